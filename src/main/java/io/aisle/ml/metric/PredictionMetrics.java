package io.aisle.ml.metric;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.stream.IntStream;

/**
 * What predictions are worth, over the rows {@code [from, to)} of columns of equal length.
 *
 * <p>Definitions. y is the label of a row, p its prediction.
 *
 * <ul>
 *   <li>auc = share of the pairs of a positive and a negative row in which the positive one has the
 *       higher p, equal p counting half (Hanley and McNeil 1982)
 *   <li>gauc = auc of each user's rows, mean over the users with rows of both classes, weighted by
 *       their number of rows (Zhu and others, Optimized cost per click in Taobao display
 *       advertising, 2017)
 *   <li>logloss = mean of -(y ln p + (1 - y) ln(1 - p)), p first kept within {@value #EDGE} and 1 -
 *       {@value #EDGE}
 *   <li>accuracy, precision, recall, f1: see {@link Confusion}, at a threshold of 0.5
 *   <li>rmse = root of the mean of (p - y)^2; mae = mean of |p - y|; y is the rating
 * </ul>
 *
 * <p>Corner cases: without rows everything is NaN but what {@link Confusion} defines; auc is NaN
 * where all rows are of one class, and so is a user's, who is then left out of gauc; gauc is NaN
 * when every user is left out. Ratings are not clipped to the scale.
 */
public final class PredictionMetrics {
  /** Nearest that a probability comes to 0 or 1 in logloss. */
  public static final double EDGE = 1e-7;

  private PredictionMetrics() {}

  /** Area under the ROC curve. */
  public static double auc(float[] predictions, float[] labels, int from, int to) {
    int[] order = IntStream.range(from, to).toArray();
    IntArrays.quickSort(order, (a, b) -> Float.compare(predictions[a], predictions[b]));
    double rankSum = 0;
    long positives = 0;
    for (int start = 0; start < order.length; ) {
      int end = start;
      int positive = 0;
      while (end < order.length && predictions[order[end]] == predictions[order[start]]) {
        positive += labels[order[end++]] > 0 ? 1 : 0;
      }
      rankSum += positive * (start + 1 + end) / 2.0; // rows of equal p share their mean rank
      positives += positive;
      start = end;
    }
    long negatives = order.length - positives;
    return positives == 0 || negatives == 0
        ? Double.NaN
        : (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  public static double logLoss(float[] predictions, float[] labels, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double p = Math.clamp(predictions[i], EDGE, 1 - EDGE);
      sum -= Math.log(labels[i] > 0 ? p : 1 - p);
    }
    return sum / (to - from);
  }

  public static double rmse(float[] predictions, float[] ratings, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double error = (double) predictions[i] - ratings[i];
      sum += error * error;
    }
    return Math.sqrt(sum / (to - from));
  }

  public static double mae(float[] predictions, float[] ratings, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.abs((double) predictions[i] - ratings[i]);
    }
    return sum / (to - from);
  }
}
