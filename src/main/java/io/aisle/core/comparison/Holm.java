package io.aisle.core.comparison;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction of several tests, which keeps the chance of any false finding at the
 * level of one test and asks nothing of how the tests depend on each other (S. Holm, A simple
 * sequentially rejective multiple test procedure, 1979).
 */
final class Holm {
  private Holm() {}

  /**
   * Adjusted p-values: the i-th smallest of m is multiplied by m - i + 1, may not be below the one
   * before it, and not above 1.
   */
  static double[] adjust(double[] p) {
    int[] ascending =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double floor = 0;
    for (int i = 0; i < p.length; i++) {
      floor = Math.max(floor, Math.min(1, p[ascending[i]] * (p.length - i)));
      adjusted[ascending[i]] = floor;
    }
    return adjusted;
  }
}
