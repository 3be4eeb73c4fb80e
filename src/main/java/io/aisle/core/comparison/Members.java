package io.aisle.core.comparison;

import io.aisle.core.comparison.GroupReport.Kind;
import io.aisle.core.feature.Bins;
import io.aisle.ml.data.Feature;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * The users or items of a group.
 *
 * @param value of the attribute; "" where the kind says all
 * @param all dense numbers; who has several values of an attribute is in several groups
 */
record Members(Kind kind, String value, BitSet all) {
  /** Groups of one attribute that are looked at, the largest first; ranges are kept all. */
  private static final int MOST = 8;

  /**
   * Three groups of equal size.
   *
   * @param entities who is grouped
   * @param amount what they are ordered by; equal ones stay in their order
   */
  static List<Members> thirds(int[] entities, IntToLongFunction amount) {
    int[] ascending =
        IntStream.of(entities)
            .boxed()
            .sorted(Comparator.comparingLong(amount::applyAsLong))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Members> thirds = new ArrayList<>();
    Kind[] kinds = {Kind.LOW, Kind.MIDDLE, Kind.HIGH};
    for (int third = 0; third < kinds.length; third++) {
      BitSet all = new BitSet();
      int to = (int) ((third + 1L) * ascending.length / kinds.length);
      for (int at = (int) ((long) third * ascending.length / kinds.length); at < to; at++) {
        all.set(ascending[at]);
      }
      thirds.add(new Members(kinds[third], "", all));
    }
    return thirds;
  }

  /**
   * Groups by an attribute, those of whom nothing is known last.
   *
   * @param entities who is grouped
   */
  static List<Members> by(Feature feature, int[] entities) {
    List<Members> groups = new ArrayList<>();
    for (int value = 1; value < feature.values().size(); value++) {
      groups.add(new Members(Kind.VALUE, feature.values().get(value), new BitSet()));
    }
    BitSet unknown = new BitSet();
    for (int entity : entities) {
      for (int at = feature.offsets()[entity]; at < feature.offsets()[entity + 1]; at++) {
        groups.get(feature.value()[at] - 1).all.set(entity);
      }
      if (feature.offsets()[entity] == feature.offsets()[entity + 1]) {
        unknown.set(entity);
      }
    }
    boolean ranges = Bins.ofNames(feature.values().subList(1, feature.values().size())).isPresent();
    groups.removeIf(group -> group.all.isEmpty());
    if (!ranges) {
      groups.sort(Comparator.comparingInt(group -> -group.all.cardinality()));
    }
    List<Members> kept =
        new ArrayList<>(ranges ? groups : groups.subList(0, Math.min(MOST, groups.size())));
    if (!unknown.isEmpty()) {
      kept.add(new Members(Kind.UNKNOWN, "", unknown));
    }
    return kept;
  }
}
