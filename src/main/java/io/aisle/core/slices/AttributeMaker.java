package io.aisle.core.slices;

import io.aisle.core.feature.Bins;
import io.aisle.core.slices.Condition.Relation;
import io.aisle.ml.data.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Makes attributes of what is known of users. Numbers are cut at the tenths of the data; of values
 * that name something the most frequent ones are kept and the rest is merged. An attribute that
 * tells no two users apart is left out.
 */
final class AttributeMaker {
  /** Values of one attribute that are kept; the rest is one group that is not named. */
  private static final int VALUES = 60;

  /** Different numbers up to which each is a band of its own. */
  private static final int FEW = 10;

  /** The share of users from which on "everything but this value" is a group of its own. */
  private static final double MAJORITY = 0.5;

  private final int users;
  private final List<Attribute> made = new ArrayList<>();

  AttributeMaker(int users) {
    this.users = users;
  }

  /** What was made, in the order of the calls. */
  List<Attribute> made() {
    return List.copyOf(made);
  }

  /**
   * A number of each user.
   *
   * @param values {@code [user]}, NaN where unknown
   */
  void number(String id, double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double[] distinct = Arrays.stream(known).distinct().sorted().toArray();
    if (distinct.length < 2) {
      return;
    }
    Bins bins = distinct.length <= FEW ? each(distinct) : Bins.of(known);
    Bins cut = bins.count() > 1 ? bins : lowestAlone(distinct);
    bins(
        id,
        cut,
        Arrays.stream(values)
            .mapToInt(value -> Double.isNaN(value) ? cut.count() : cut.of(value))
            .toArray());
  }

  /** The lowest value, which nearly all users have, and all others. */
  private static Bins lowestAlone(double[] sorted) {
    return new Bins(new double[] {sorted[0], sorted[1], sorted[sorted.length - 1]});
  }

  /** A bin for each of a few values. */
  private static Bins each(double[] sorted) {
    double[] borders = Arrays.copyOf(sorted, sorted.length + 1);
    borders[sorted.length] = sorted[sorted.length - 1] + 1;
    return new Bins(borders);
  }

  /**
   * @param codes the bin of each user; the number of bins where unknown
   */
  private void bins(String id, Bins bins, int[] codes) {
    int count = bins.count();
    List<Condition> bands = new ArrayList<>();
    List<Condition> candidates = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      String low = Bins.number(bins.borders()[b]);
      String high = Bins.number(bins.borders()[b + 1]);
      Condition below = new Condition(id, Relation.BELOW, "", high, 0, b);
      Condition from = new Condition(id, Relation.AT_LEAST, low, "", b, count - 1);
      bands.add(
          b == 0
              ? below
              : b == count - 1 ? from : new Condition(id, Relation.BETWEEN, low, high, b, b));
      if (b < count - 1) {
        candidates.add(below);
      }
      if (b > 0) {
        candidates.add(from);
      }
    }
    add(id, codes, count, bands, candidates);
  }

  /** A yes or no of each user. */
  void flag(String id, IntPredicate holds) {
    List<Condition> both =
        List.of(
            new Condition(id, Relation.YES, "", "", 1, 1),
            new Condition(id, Relation.NO, "", "", 0, 0));
    int[] codes = IntStream.range(0, users).map(user -> holds.test(user) ? 1 : 0).toArray();
    if (Arrays.stream(codes).distinct().count() == 2) {
      add(id, codes, 2, both, both);
    }
  }

  /**
   * One of several values of each user.
   *
   * @param values names of the values
   * @param value {@code [user]} index of the value; -1 where unknown
   */
  void value(String id, List<String> values, int[] value) {
    int[] counts = new int[values.size()];
    Arrays.stream(value).filter(each -> each >= 0).forEach(each -> counts[each]++);
    int[] frequent =
        IntStream.range(0, counts.length)
            .filter(each -> counts[each] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(each -> -counts[each]))
            .mapToInt(Integer::intValue)
            .toArray();
    if (frequent.length < 2) {
      return;
    }
    int kept = Math.min(frequent.length, VALUES);
    int[] places = new int[counts.length];
    Arrays.fill(places, kept);
    List<Condition> bands = new ArrayList<>();
    for (int place = 0; place < kept; place++) {
      places[frequent[place]] = place;
      bands.add(new Condition(id, Relation.IS, values.get(frequent[place]), "", place, place));
    }
    List<Condition> candidates = new ArrayList<>(bands);
    if (counts[frequent[0]] > MAJORITY * users) {
      candidates.add(new Condition(id, Relation.IS_NOT, values.get(frequent[0]), "", 1, kept));
    }
    int[] codes = Arrays.stream(value).map(each -> each < 0 ? kept + 1 : places[each]).toArray();
    add(id, codes, kept + 1, bands, candidates);
  }

  /**
   * A feature; one of several values becomes a yes or no for each value.
   *
   * @param entity {@code [user]} the entity of the feature that stands for the user; -1 for none
   */
  void feature(String id, Feature feature, int[] entity) {
    List<String> names = feature.values().subList(1, feature.values().size());
    if (feature.most() > 1) {
      tags(id, feature, entity);
      return;
    }
    int[] value = Arrays.stream(entity).map(each -> single(feature, each)).toArray();
    Optional<Bins> bins = Bins.ofNames(names);
    if (bins.isPresent()) {
      int count = bins.get().count();
      bins(id, bins.get(), Arrays.stream(value).map(each -> each < 0 ? count : each).toArray());
    } else {
      value(id, names, value);
    }
  }

  private static int single(Feature feature, int entity) {
    return entity < 0 || feature.offsets()[entity] == feature.offsets()[entity + 1]
        ? -1
        : feature.value()[feature.offsets()[entity]] - 1;
  }

  private void tags(String id, Feature feature, int[] entity) {
    int[] counts = new int[feature.values().size()];
    for (int each : entity) {
      for (int at = each < 0 ? 0 : feature.offsets()[each];
          each >= 0 && at < feature.offsets()[each + 1];
          at++) {
        counts[feature.value()[at]]++;
      }
    }
    IntStream.range(1, counts.length)
        .filter(tag -> counts[tag] > 0)
        .boxed()
        .sorted(Comparator.comparingInt(tag -> -counts[tag]))
        .limit(VALUES)
        .forEach(tag -> tag(id, feature, entity, tag));
  }

  private void tag(String id, Feature feature, int[] entity, int tag) {
    Condition has = new Condition(id, Relation.IS, feature.values().get(tag), "", 1, 1);
    int[] codes = new int[users];
    for (int user = 0; user < users; user++) {
      int of = entity[user];
      boolean holds =
          of >= 0
              && Arrays.binarySearch(
                      feature.value(), feature.offsets()[of], feature.offsets()[of + 1], tag)
                  >= 0;
      codes[user] = holds ? 1 : 0;
    }
    if (Arrays.stream(codes).distinct().count() == 2) {
      add(id, codes, 2, List.of(has), List.of(has));
    }
  }

  /**
   * @param unknown the code of users of whom nothing is known
   */
  private void add(
      String id, int[] codes, int unknown, List<Condition> bands, List<Condition> candidates) {
    byte[] small = new byte[users];
    boolean some = false;
    for (int user = 0; user < users; user++) {
      small[user] = (byte) codes[user];
      some |= codes[user] == unknown;
    }
    Condition none = new Condition(id, Relation.UNKNOWN, "", "", unknown, unknown);
    made.add(
        new Attribute(
            id,
            small,
            unknown + 1,
            some ? plus(bands, none) : bands,
            some ? plus(candidates, none) : candidates));
  }

  private static List<Condition> plus(List<Condition> conditions, Condition one) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(one);
    return List.copyOf(all);
  }
}
