package io.aisle.core.comparison;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * 95% percentile intervals of means by resampling users with replacement (B. Efron, Bootstrap
 * methods, 1979). One resample of users serves all columns, so runs stay paired: the mean of a
 * difference is the difference of the means, resample by resample.
 *
 * <p>Above {@value #MAX_UNITS} users, random groups of users are resampled instead of single ones.
 * The spread of group means around the overall mean is that of single users divided by the size of
 * the groups, so the intervals are as wide, and the work no longer grows with the users.
 */
final class Bootstrap {
  static final int RESAMPLES = 10_000;
  static final int MAX_UNITS = 8192;
  private static final double TAIL = 0.025;

  /** Resamples that are drawn before their sums are made. */
  private static final int BATCH = 80;

  /** Units that are added up while they are in the processor's cache. */
  private static final int CHUNK = 128;

  private final int units;
  private final int columns;
  // [unit][column + 1], row-major; the last column holds the number of users
  private final double[] sums;
  // [column][resample]
  private final double[][] means;

  /**
   * Resamples.
   *
   * @param values {@code [column][user]}, all of the same users, none NaN
   * @param seed of the draws
   */
  Bootstrap(double[][] values, long seed) {
    int users = values[0].length;
    columns = values.length;
    units = Math.min(users, MAX_UNITS);
    sums = new double[units * (columns + 1)];
    means = new double[columns][users == 0 ? 0 : RESAMPLES];
    SplittableRandom random = new SplittableRandom(seed);
    group(values, random);
    for (int first = 0; first < means[0].length; first += BATCH) {
      resample(first, random);
    }
  }

  /** Adds users up in units: each its own, or groups whose sizes differ by one at most. */
  private void group(double[][] values, SplittableRandom random) {
    int users = values[0].length;
    int[] order = new int[users];
    Arrays.setAll(order, u -> u);
    if (users > units) {
      for (int i = users - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
    }
    for (int i = 0; i < users; i++) {
      int at = i % units * (columns + 1);
      for (int c = 0; c < columns; c++) {
        sums[at + c] += values[c][order[i]];
      }
      sums[at + columns]++;
    }
  }

  private void resample(int first, SplittableRandom random) {
    byte[][] drawn = new byte[BATCH][units];
    for (byte[] counts : drawn) {
      for (int draw = 0; draw < units; draw++) {
        counts[random.nextInt(units)]++;
      }
    }
    double[][] totals = new double[BATCH][columns + 1];
    for (int chunk = 0; chunk < units; chunk += CHUNK) {
      int end = Math.min(units, chunk + CHUNK);
      for (int b = 0; b < BATCH; b++) {
        add(drawn[b], chunk, end, totals[b]);
      }
    }
    for (int b = 0; b < BATCH; b++) {
      for (int c = 0; c < columns; c++) {
        means[c][first + b] = totals[b][c] / totals[b][columns];
      }
    }
  }

  private void add(byte[] counts, int from, int to, double[] total) {
    for (int unit = from; unit < to; unit++) {
      double count = counts[unit];
      if (count > 0) {
        int at = unit * (columns + 1);
        for (int c = 0; c < total.length; c++) {
          total[c] += count * sums[at + c];
        }
      }
    }
  }

  /** The interval of one column's mean. */
  Interval mean(int column) {
    return interval(means[column].clone());
  }

  /** The interval of one column's mean less another's. */
  Interval difference(int column, int from) {
    double[] differences = new double[means[column].length];
    for (int r = 0; r < differences.length; r++) {
      differences[r] = means[column][r] - means[from][r];
    }
    return interval(differences);
  }

  private static Interval interval(double[] resampled) {
    if (resampled.length == 0) {
      return Interval.NONE;
    }
    Arrays.sort(resampled);
    return new Interval(quantile(resampled, TAIL), quantile(resampled, 1 - TAIL));
  }

  /** The quantile that R calls type 7, linear between the two nearest. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
