package io.aisle.core.slices;

import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds groups of users whose values are below those of everybody else: all conditions on one
 * attribute, and all pairs of conditions on two, as SliceFinder does (Chung and others, Automated
 * Data Slicing for Model Validation, TKDE 2019).
 *
 * <p>A pair must be below the rest and below what is left of either of its conditions alone, else
 * its parent explains it: the largest of the three p-values counts. Single conditions and pairs are
 * corrected apart, each with half the level, so that thousands of pairs do not drown the few single
 * conditions. Of ranges of one attribute that differ in their bounds alone, the one with the most
 * evidence stays. The work does not grow with the number of conditions times users: each pair of
 * attributes takes one pass over the users, each pair of conditions four look-ups.
 */
final class SliceSearch {
  static final double LEVEL = 0.05;

  /** Single conditions and pairs. */
  private static final int FAMILIES = 2;

  /** Standard deviations from which on a difference is worth a look; 0.2 is called small. */
  private static final double LEAST_EFFECT = 0.1;

  private final List<Attribute> attributes;
  private final double[] values;
  private final int least;
  private final CancelSignal cancel;
  private final Moments all;
  private final Family singles = new Family();
  private final Family pairs = new Family();

  /** Tests of one kind: how many there were, and those that may count. */
  private static final class Family {
    private final List<Candidate> candidates = new ArrayList<>();
    private long tests;
  }

  /**
   * @param attributes of the users
   * @param values {@code [user]}, none NaN, more is better
   * @param least users of a slice, and of everybody else, at least
   */
  SliceSearch(List<Attribute> attributes, double[] values, int least, CancelSignal cancel) {
    this.attributes = attributes;
    this.values = values;
    this.least = least;
    this.cancel = cancel;
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    this.all = new Moments(values.length, sum, squares);
  }

  /** A slice that was found, with its corrected p. */
  record Found(Candidate candidate, double adjustedP) {}

  /** What was found, single conditions first, the most evident first. */
  List<Found> find() {
    for (int a = 0; a < attributes.size(); a++) {
      cancel.check();
      Attribute first = attributes.get(a);
      Map<Condition, Moments> alone = alone(first);
      alone.forEach(this::single);
      for (int b = a + 1; b < attributes.size(); b++) {
        cancel.check();
        pairs(first, alone, attributes.get(b));
      }
    }
    List<Found> found = new ArrayList<>(corrected(singles));
    found.addAll(corrected(pairs));
    return found;
  }

  private Map<Condition, Moments> alone(Attribute attribute) {
    PairTable table = new PairTable(attribute, attribute, values);
    Map<Condition, Moments> alone = new LinkedHashMap<>();
    attribute.candidates().forEach(each -> alone.put(each, table.of(each, each)));
    return alone;
  }

  private boolean large(Moments slice) {
    return slice.users() >= least && all.users() - slice.users() >= least;
  }

  private void single(Condition condition, Moments slice) {
    if (large(slice)) {
      singles.tests++;
      Moments rest = all.minus(slice);
      if (GroupTest.effect(slice, rest) <= -LEAST_EFFECT) {
        keep(singles, List.of(condition), slice, GroupTest.below(slice, rest));
      }
    }
  }

  private void pairs(Attribute first, Map<Condition, Moments> alone, Attribute second) {
    PairTable table = new PairTable(first, second, values);
    Condition everyFirst = everybody(first);
    for (Condition right : second.candidates()) {
      Moments rightAlone = table.of(everyFirst, right);
      if (rightAlone.users() < least) {
        continue;
      }
      for (Map.Entry<Condition, Moments> left : alone.entrySet()) {
        pair(left.getKey(), left.getValue(), right, rightAlone, table.of(left.getKey(), right));
      }
    }
  }

  private static Condition everybody(Attribute attribute) {
    return new Condition(
        attribute.id(), Condition.Relation.AT_LEAST, "", "", 0, attribute.size() - 1);
  }

  private void pair(
      Condition left, Moments leftAlone, Condition right, Moments rightAlone, Moments slice) {
    boolean proper = slice.users() < leftAlone.users() && slice.users() < rightAlone.users();
    if (!proper || !large(slice)) {
      return;
    }
    pairs.tests++;
    Moments rest = all.minus(slice);
    if (GroupTest.effect(slice, rest) > -LEAST_EFFECT) {
      return;
    }
    double p = GroupTest.below(slice, rest);
    p = p > LEVEL ? p : Math.max(p, GroupTest.below(slice, leftAlone.minus(slice)));
    p = p > LEVEL ? p : Math.max(p, GroupTest.below(slice, rightAlone.minus(slice)));
    keep(pairs, List.of(left, right), slice, p);
  }

  private void keep(Family family, List<Condition> conditions, Moments slice, double p) {
    if (p <= LEVEL) {
      double error = Math.sqrt(all.variance() / slice.users());
      family.candidates.add(new Candidate(conditions, p, (all.mean() - slice.mean()) / error));
    }
  }

  private static List<Found> corrected(Family family) {
    double[] adjusted =
        FalseDiscoveries.adjust(
            family.candidates.stream().mapToDouble(Candidate::p).toArray(), family.tests);
    Map<String, Found> best = new LinkedHashMap<>();
    for (int at = 0; at < adjusted.length; at++) {
      double p = FAMILIES * adjusted[at];
      if (p <= LEVEL) {
        Candidate candidate = family.candidates.get(at);
        best.merge(candidate.kind(), new Found(candidate, p), SliceSearch::moreEvident);
      }
    }
    return best.values().stream()
        .sorted(Comparator.comparingDouble(each -> -each.candidate().evidence()))
        .toList();
  }

  private static Found moreEvident(Found one, Found other) {
    return one.candidate().evidence() >= other.candidate().evidence() ? one : other;
  }
}
