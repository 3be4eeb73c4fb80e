package io.aisle.core.dataset.cleaning;

import io.aisle.domain.data.CleaningStep.Binning;
import java.util.Arrays;

/** Edges of bins, and the bin of a number. */
public final class NumberBins {
  private NumberBins() {}

  /**
   * The edges, one more than there are bins, without equal ones; a single edge when all numbers are
   * equal.
   *
   * @param sorted ascending, at least one
   */
  public static double[] edges(double[] sorted, int bins, Binning.Method method) {
    double[] edges = new double[bins + 1];
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] =
          switch (method) {
            case EQUAL_WIDTH -> i == bins ? high : low + (high - low) * i / bins;
            case QUANTILES -> quantile(sorted, (double) i / bins);
          };
    }
    return Arrays.stream(edges).distinct().toArray();
  }

  /** Between two values by linear interpolation (type 7 of Hyndman and Fan, 1996). */
  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** The bin that holds a number, from 0; numbers beyond the edges fall into the outer ones. */
  public static int bin(double[] edges, double value) {
    int found = Arrays.binarySearch(edges, value);
    int bin = found >= 0 ? found : -found - 2;
    return Math.clamp(bin, 0, Math.max(0, edges.length - 2));
  }
}
