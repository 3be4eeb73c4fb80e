package io.aisle.core.slices;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The correction of Benjamini and Hochberg (Controlling the False Discovery Rate, 1995). Of what is
 * found at a level, the expected share of false findings is at most the level when tests are
 * independent or depend positively, as those of overlapping slices mostly do. A search makes
 * thousands of tests to give a list of places to look at, of which one in twenty may be wrong;
 * Holm's correction, which allows no wrong one in the whole list, would find next to nothing.
 */
final class FalseDiscoveries {
  private FalseDiscoveries() {}

  /**
   * Adjusted p-values: the i-th smallest of m is multiplied by m / i, and may not be above the next
   * one.
   *
   * @param p those of all tests that can be found at the level
   * @param tests number of tests that were made, at least as many
   */
  static double[] adjust(double[] p, long tests) {
    int[] descending =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double ceiling = 1;
    for (int place = 0; place < p.length; place++) {
      int at = descending[place];
      ceiling = Math.min(ceiling, p[at] * tests / (p.length - place));
      adjusted[at] = ceiling;
    }
    return adjusted;
  }
}
