package io.aisle.core.comparison;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;

/**
 * What each user adds to a figure of predictions, such that the plain mean over the users is the
 * figure over all rows. Users have different numbers of rows, so their own values cannot simply be
 * averaged: a weighted mean m of values x with weights w becomes the mean of m + w / mean(w) * (x -
 * m), whose spread is that of the weighted mean to first order (the delta method for ratios, as in
 * Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 1992). The root of rmse is treated
 * in the same way. Bootstrap and paired test then need to know nothing of rows.
 */
final class Contributions {
  private Contributions() {}

  /**
   * @param values {@code [user]} a user's value of a metric of predictions
   * @param rows {@code [user]} rows of the user
   */
  static double[] of(Metric metric, double[] values, int[] rows) {
    boolean root = metric.kind() == MetricKind.RMSE;
    double sum = 0;
    double weight = 0;
    for (int u = 0; u < values.length; u++) {
      sum += rows[u] * (root ? values[u] * values[u] : values[u]);
      weight += rows[u];
    }
    double mean = sum / weight;
    double figure = root ? Math.sqrt(mean) : mean;
    double slope = root ? 1 / Math.max(2 * figure, Double.MIN_NORMAL) : 1;
    double[] added = new double[values.length];
    for (int u = 0; u < values.length; u++) {
      double value = root ? values[u] * values[u] : values[u];
      added[u] = figure + slope * (rows[u] * values.length / weight) * (value - mean);
    }
    return added;
  }
}
