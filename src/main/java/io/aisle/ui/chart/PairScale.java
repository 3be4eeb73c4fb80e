package io.aisle.ui.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What the two kinds of bars are divided by.
 *
 * @param first largest absolute value of the first kind, above 0
 * @param second of the second kind
 * @param left the longest bar that runs to the left, as a share of the longest to the right
 */
record PairScale(double first, double second, double left) {
  /**
   * @param same whether both kinds are divided by the same
   */
  static PairScale of(List<BarPairs.Pair> shown, boolean same) {
    double first = most(shown.stream().mapToDouble(BarPairs.Pair::first));
    double second = most(shown.stream().mapToDouble(BarPairs.Pair::second));
    if (same) {
      double both = Math.max(first, second);
      return new PairScale(both, both, longestLeft(shown, both, both));
    }
    return new PairScale(first, second, longestLeft(shown, first, second));
  }

  private static double most(DoubleStream values) {
    double most = values.filter(Double::isFinite).map(Math::abs).max().orElse(1);
    return most > 0 ? most : 1;
  }

  private static double longestLeft(List<BarPairs.Pair> shown, double first, double second) {
    return shown.stream()
        .flatMapToDouble(pair -> DoubleStream.of(-pair.first() / first, -pair.second() / second, 0))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }
}
