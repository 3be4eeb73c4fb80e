package io.aisle.core.robustness;

import io.aisle.core.comparison.Bootstrap;
import io.aisle.core.comparison.Interval;
import io.aisle.core.robustness.Robustness.Figure;
import io.aisle.core.robustness.Robustness.Value;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values of the same users that are resampled together, so that all of them stay paired. */
final class Columns {
  private static final double TRACE = 1e-9;

  private final List<double[]> columns = new ArrayList<>();

  /**
   * @param values one for each user
   * @return the number of the column
   */
  int add(double[] values) {
    columns.add(values);
    return columns.size() - 1;
  }

  int[] add(double[][] values) {
    return Arrays.stream(values).mapToInt(this::add).toArray();
  }

  /** As the other, on the caller's thread. */
  Resampled resample(long seed) {
    return resample(seed, Parallel.SEQUENTIAL, CancelSignal.NEVER);
  }

  Resampled resample(long seed, Parallel parallel, CancelSignal cancel) {
    double[][] all = columns.toArray(double[][]::new);
    return new Resampled(all, new Bootstrap(all, seed, parallel, cancel));
  }

  /** Means and intervals of columns. */
  record Resampled(double[][] columns, Bootstrap bootstrap) {
    Value value(int column) {
      return value(mean(column), bootstrap.mean(column));
    }

    Figure figure(int after, int before) {
      double from = mean(before);
      return new Figure(
          value(after),
          value(mean(after) - from, bootstrap.difference(after, before)),
          from == 0
              ? value(Double.NaN, Interval.NONE)
              : value(mean(after) / from, bootstrap.ratio(after, before)));
    }

    private double mean(int column) {
      return Arrays.stream(columns[column]).average().orElse(Double.NaN);
    }

    private static Value value(double mean, Interval interval) {
      return new Value(mean, whole(interval.low()), whole(interval.high()));
    }

    /** Sums in single precision leave a trace where nothing is. */
    private static double whole(double end) {
      return Math.abs(end) < TRACE ? 0 : end;
    }
  }
}
