package io.aisle.ml.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether predicted probabilities can be taken at their word: predictions in bins of equal width,
 * and in each the mean prediction beside the share of positives.
 *
 * @param bins from 0 to 1, empty ones included
 */
public record Calibration(List<Bin> bins) {
  /** Bins from 0 to 1. */
  public static final int BINS = 10;

  /**
   * One bin; the last one includes 1.
   *
   * @param rows predictions in it
   * @param predicted their mean; NaN without rows
   * @param observed share of positives among them; NaN without rows
   */
  public record Bin(int rows, double predicted, double observed) {}

  /**
   * @param predictions {@code [n]} in [0, 1]
   * @param labels {@code [n]} 1 for positive, 0 for negative
   */
  public static Calibration of(float[] predictions, float[] labels) {
    int[] rows = new int[BINS];
    double[] predicted = new double[BINS];
    int[] positive = new int[BINS];
    for (int i = 0; i < predictions.length; i++) {
      int bin = Math.clamp((int) (predictions[i] * BINS), 0, BINS - 1);
      rows[bin]++;
      predicted[bin] += predictions[i];
      positive[bin] += labels[i] > 0 ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      bins.add(new Bin(rows[b], predicted[b] / rows[b], (double) positive[b] / rows[b]));
    }
    return new Calibration(List.copyOf(bins));
  }

  /** Mean distance of prediction and observation over the rows; NaN without rows. */
  public double error() {
    double sum = 0;
    long rows = 0;
    for (Bin bin : bins) {
      sum += bin.rows() == 0 ? 0 : bin.rows() * Math.abs(bin.predicted() - bin.observed());
      rows += bin.rows();
    }
    return rows == 0 ? Double.NaN : sum / rows;
  }
}
