package io.aisle.core.slices;

import io.aisle.core.comparison.UserValues;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluated users, what is known of them and how each was served. */
final class SliceTable {
  /** Slices that a search lists at most. */
  private static final int LISTED = 40;

  private final List<Attribute> attributes;
  private final double[][] runs;
  private final boolean loss;
  private final int least;
  // more is better
  private final double[] values;

  /**
   * @param attributes of the users of the values
   * @param reached of one run, or of two
   * @param loss whether less is better
   * @param least users of a slice at least
   */
  SliceTable(List<Attribute> attributes, UserValues reached, boolean loss, int least) {
    this.attributes = attributes;
    this.runs = reached.values();
    this.loss = loss;
    this.least = least;
    this.values = new double[reached.users().size()];
    for (int user = 0; user < values.length; user++) {
      double value = runs.length == 1 ? runs[0][user] : runs[0][user] - runs[1][user];
      values[user] = loss ? -value : value;
    }
  }

  /** The worst slices, the largest distance from the others first. */
  List<Slice> worst(CancelSignal cancel) {
    Map<Condition, Attribute> owners = new HashMap<>();
    attributes.forEach(each -> each.candidates().forEach(one -> owners.put(one, each)));
    Explained explained = new Explained(values, least);
    List<Slice> slices = new ArrayList<>();
    for (SliceSearch.Found found : new SliceSearch(attributes, values, least, cancel).find()) {
      cancel.check();
      BitSet members = found.candidate().members(owners);
      if (slices.size() < LISTED && explained.take(members)) {
        slices.add(
            slice(
                found.candidate().conditions(), members, found.candidate().p(), found.adjustedP()));
      }
    }
    return worstFirst(slices);
  }

  /** The bands of one attribute that are large enough, the worst first, tested two-sided. */
  List<Slice> bands(String attribute) {
    List<Condition> conditions = new ArrayList<>();
    List<BitSet> members = new ArrayList<>();
    for (Attribute each : attributes) {
      for (Condition band : each.id().equals(attribute) ? each.bands() : List.<Condition>of()) {
        BitSet users = each.members(band);
        if (users.cardinality() >= least) {
          conditions.add(band);
          members.add(users);
        }
      }
    }
    double[] p = members.stream().mapToDouble(this::apart).toArray();
    double[] adjusted = FalseDiscoveries.adjust(p, p.length);
    List<Slice> slices = new ArrayList<>();
    for (int at = 0; at < p.length; at++) {
      slices.add(slice(List.of(conditions.get(at)), members.get(at), p[at], adjusted[at]));
    }
    return worstFirst(slices);
  }

  private double apart(BitSet members) {
    Moments slice = Moments.of(members, values);
    return GroupTest.apart(slice, everyone().minus(slice));
  }

  private Moments everyone() {
    BitSet all = new BitSet(values.length);
    all.set(0, values.length);
    return Moments.of(all, values);
  }

  private List<Slice> worstFirst(List<Slice> slices) {
    double sign = loss ? -1 : 1;
    return slices.stream()
        .sorted(Comparator.comparingDouble(each -> sign * each.difference()))
        .toList();
  }

  /** All users. */
  Slice everybody() {
    BitSet all = new BitSet(values.length);
    all.set(0, values.length);
    return slice(List.of(), all, Double.NaN, Double.NaN);
  }

  private Slice slice(List<Condition> conditions, BitSet members, double p, double adjusted) {
    Moments slice = Moments.of(members, values);
    Moments rest = everyone().minus(slice);
    double sign = loss ? -1 : 1;
    double mean = sign * slice.mean();
    double margin = GroupTest.margin(slice);
    return new Slice(
        conditions,
        members,
        mean,
        mean - margin,
        mean + margin,
        sign * rest.mean(),
        rest.users() == 0 ? Double.NaN : sign * GroupTest.effect(slice, rest),
        p,
        adjusted,
        mean(runs[0], members),
        runs.length == 1 ? Double.NaN : mean(runs[1], members));
  }

  private static double mean(double[] column, BitSet members) {
    return Moments.of(members, column).mean();
  }
}
