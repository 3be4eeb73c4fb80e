package io.aisle.core.dataset.drift;

import io.aisle.core.dataset.cleaning.NumberBins;
import io.aisle.domain.data.CleaningStep.Binning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bins of numbers: the tenths of the version before, equal edges merged, the outer ones open; a
 * single value is a bin of its own. Absent numbers are a bin too.
 */
final class NumberDrift {
  private static final int BINS = 10;

  private NumberDrift() {}

  /**
   * @param before NaN where absent
   * @param after NaN where absent
   * @return empty when neither version has a number
   */
  static List<DriftBin> bins(double[] before, double[] after) {
    double[] known = sorted(before);
    double[] later = sorted(after);
    if (known.length == 0 && later.length == 0) {
      return List.of();
    }
    double[] edges = edges(known.length > 0 ? known : later);
    long[] first = counts(edges, known);
    long[] second = counts(edges, later);
    List<DriftBin> bins = new ArrayList<>();
    for (int i = 0; i + 1 < edges.length; i++) {
      bins.add(new DriftBin(null, edges[i], edges[i + 1], first[i], second[i]));
    }
    if (known.length < before.length || later.length < after.length) {
      bins.add(
          DriftBin.absent((long) before.length - known.length, (long) after.length - later.length));
    }
    return bins;
  }

  private static double[] sorted(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(known);
    return known;
  }

  private static double[] edges(double[] sorted) {
    double[] edges = NumberBins.edges(sorted, BINS, Binning.Method.QUANTILES);
    if (edges.length == 1) {
      return new double[] {
        Double.NEGATIVE_INFINITY, edges[0], Math.nextUp(edges[0]), Double.POSITIVE_INFINITY
      };
    }
    edges[0] = Double.NEGATIVE_INFINITY;
    edges[edges.length - 1] = Double.POSITIVE_INFINITY;
    return edges;
  }

  private static long[] counts(double[] edges, double[] values) {
    long[] counts = new long[edges.length];
    for (double value : values) {
      counts[NumberBins.bin(edges, value)]++;
    }
    return counts;
  }
}
