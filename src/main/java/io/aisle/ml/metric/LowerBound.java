package io.aisle.ml.metric;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A score that enough items of a row reach, found in one pass: the row is cut into at least as many
 * groups as items are wanted, and the lowest of the groups' maxima is reached by one item of each.
 * With it, a selection has to look at few items twice. Confined to one thread.
 */
final class LowerBound {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

  private final float[] maxima;

  /** A bound that at least {@code wanted} items reach. */
  LowerBound(int wanted) {
    int step = LANES.length();
    maxima = new float[(wanted + step - 1) / step * step];
  }

  /**
   * The bound of a row; negative infinity where the row is too short for it to be of use, or has
   * too few items that are not masked.
   */
  float of(float[] scores, int from, int items) {
    int groups = maxima.length;
    int end = from + items / groups * groups;
    if (end - from < 2 * groups) {
      return Float.NEGATIVE_INFINITY;
    }
    // an item belongs to the group of its index modulo their number; NaN is greater than nothing
    Arrays.fill(maxima, Float.NEGATIVE_INFINITY);
    for (int group = 0; group < groups; group += LANES.length()) {
      FloatVector even = FloatVector.fromArray(LANES, maxima, group);
      FloatVector odd = even;
      int at = from + group;
      for (; at + groups < end; at += 2 * groups) {
        FloatVector first = FloatVector.fromArray(LANES, scores, at);
        FloatVector second = FloatVector.fromArray(LANES, scores, at + groups);
        even = even.blend(first, first.compare(VectorOperators.GT, even));
        odd = odd.blend(second, second.compare(VectorOperators.GT, odd));
      }
      even.max(odd).intoArray(maxima, group);
    }
    float bound = Float.POSITIVE_INFINITY;
    for (float max : maxima) {
      bound = Math.min(bound, max);
    }
    return bound;
  }
}
