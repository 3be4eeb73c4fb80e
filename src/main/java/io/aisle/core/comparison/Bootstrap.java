package io.aisle.core.comparison;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * 95% percentile intervals of means by resampling users with replacement (B. Efron, Bootstrap
 * methods, 1979). One resample of users serves all columns, so runs stay paired: the mean of a
 * difference is the difference of the means, resample by resample.
 *
 * <p>Above {@value #MAX_UNITS} users, random groups of users are resampled instead of single ones.
 * The spread of group means around the overall mean is that of single users divided by the size of
 * the groups, so the intervals are as wide, and the work no longer grows with the users. So many
 * groups know the width to 1.6%, which is what 10,000 resamples know of it themselves.
 */
public final class Bootstrap {
  static final int RESAMPLES = 10_000;
  static final int MAX_UNITS = 2048;
  private static final double TAIL = 0.025;

  /** As R and NumPy do it: linear between the two nearest. */
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).withCopy(false);

  /** Resamples that are added up together, with random numbers of their own. */
  private static final int BATCH = 80;

  private final int units;
  private final int columns;
  private final double[] overall;
  // [column][resample], less the overall mean of the column
  private final double[][] deviations;

  /** As the other, on the caller's thread. */
  public Bootstrap(double[][] values, long seed) {
    this(values, seed, Parallel.SEQUENTIAL, CancelSignal.NEVER);
  }

  /**
   * Resamples; the same for any number of threads.
   *
   * @param values {@code [column][user]}, all of the same users, none NaN
   * @param seed of the draws
   * @param cancel looked at between batches of resamples
   */
  public Bootstrap(double[][] values, long seed, Parallel parallel, CancelSignal cancel) {
    int users = values[0].length;
    columns = values.length;
    units = Math.min(users, MAX_UNITS);
    overall = new double[columns];
    deviations = new double[columns][users == 0 ? 0 : RESAMPLES];
    if (users == 0) {
      return;
    }
    SplittableRandom random = new SplittableRandom(seed);
    UnitSums sums = group(values, random, parallel);
    SplittableRandom[] ofBatch = new SplittableRandom[RESAMPLES / BATCH];
    Arrays.setAll(ofBatch, batch -> random.split());
    float[][] drawn = new float[parallel.threads()][BATCH * units];
    float[][] totals = new float[parallel.threads()][BATCH * (columns + 1)];
    parallel.forRange(
        0,
        ofBatch.length,
        1,
        (from, to, worker) -> {
          for (int batch = from; batch < to; batch++) {
            cancel.check();
            draw(drawn[worker], ofBatch[batch]);
            sums.total(drawn[worker], BATCH, totals[worker]);
            keep(totals[worker], batch * BATCH);
          }
        });
  }

  /**
   * Adds users up in units: each its own, or groups whose sizes differ by one at most. The columns
   * hold deviations from the overall mean, for which single precision is ample; the last one holds
   * the number of users.
   */
  private UnitSums group(double[][] values, SplittableRandom random, Parallel parallel) {
    int users = values[0].length;
    int[] order = IntStream.range(0, users).toArray();
    for (int i = users - 1; i > 0 && users > units; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    float[] sums = new float[(columns + 1) * units];
    parallel.forRange(
        0,
        columns,
        1,
        (from, to, worker) -> {
          for (int c = from; c < to; c++) {
            overall[c] = Arrays.stream(values[c]).average().orElse(0);
            for (int i = 0; i < users; i++) {
              sums[i % units * (columns + 1) + c] += (float) (values[c][order[i]] - overall[c]);
            }
          }
        });
    for (int i = 0; i < users; i++) {
      sums[i % units * (columns + 1) + columns]++;
    }
    return new UnitSums(sums, units, columns + 1);
  }

  /** How often each unit was drawn, for a batch of resamples. */
  private void draw(float[] drawn, SplittableRandom random) {
    Arrays.fill(drawn, 0);
    for (int resample = 0; resample < drawn.length; resample += units) {
      for (int draw = 0; draw < units; draw += 2) {
        // two draws of one number; their bias is below units / 2^32
        long bits = random.nextLong();
        drawn[resample + (int) ((bits >>> 32) * units >>> 32)]++;
        if (draw + 1 < units) {
          drawn[resample + (int) ((bits & 0xffffffffL) * units >>> 32)]++;
        }
      }
    }
  }

  private void keep(float[] totals, int first) {
    for (int b = 0; b < BATCH; b++) {
      int at = b * (columns + 1);
      for (int c = 0; c < columns; c++) {
        deviations[c][first + b] = (double) totals[at + c] / totals[at + columns];
      }
    }
  }

  /** The interval of one column's mean. */
  public Interval mean(int column) {
    return interval(deviations[column].clone(), overall[column]);
  }

  /** The interval of one column's mean less another's. */
  public Interval difference(int column, int from) {
    double[] differences = new double[deviations[column].length];
    for (int r = 0; r < differences.length; r++) {
      differences[r] = deviations[column][r] - deviations[from][r];
    }
    return interval(differences, overall[column] - overall[from]);
  }

  /**
   * The interval of one column's mean divided by another's, which is not 0.
   *
   * @return {@link Interval#NONE} when the other's mean is 0 in a resample
   */
  public Interval ratio(int column, int to) {
    double ratio = overall[column] / overall[to];
    double[] ratios = new double[deviations[column].length];
    for (int r = 0; r < ratios.length; r++) {
      double whole = overall[to] + deviations[to][r];
      if (whole == 0) {
        return Interval.NONE;
      }
      ratios[r] = (overall[column] + deviations[column][r]) / whole - ratio;
    }
    return interval(ratios, ratio);
  }

  /**
   * @param resampled is put in another order
   */
  private static Interval interval(double[] resampled, double centre) {
    if (resampled.length == 0) {
      return Interval.NONE;
    }
    double[] ends = QUANTILE.evaluate(resampled, TAIL, 1 - TAIL);
    return new Interval(centre + ends[0], centre + ends[1]);
  }
}
