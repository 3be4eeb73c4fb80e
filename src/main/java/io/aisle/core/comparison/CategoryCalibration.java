package io.aisle.core.comparison;

import io.aisle.core.rerank.Categories;
import io.aisle.ml.data.Interactions;
import java.util.Arrays;

/**
 * Whether a list has the categories that its user has taken, in the same shares (H. Steck,
 * Calibrated recommendations, 2018): the Kullback-Leibler divergence {@code sum over c of p(c) ln
 * (p(c) / q'(c))}, with p the shares of the history, q those of the list and {@code q' = 0.99 q +
 * 0.01 p}, which keeps it finite. An item of several categories counts in each with an equal part;
 * items without one do not count. Confined to one thread.
 */
final class CategoryCalibration {
  private static final double SMOOTHING = 0.01;

  private final int[][] categories;
  private final double[] wanted;
  private final double[] listed;

  CategoryCalibration(Categories categories) {
    this.categories = categories.ofItem();
    this.wanted = new double[categories.names().size()];
    this.listed = new double[categories.names().size()];
  }

  /**
   * Mean over the users who have a category in both history and list.
   *
   * @param users index of each user in the histories
   * @param histories what was taken
   * @param lists {@code [user][rank]}, in the order of {@code users}
   * @param depth places of each list that count
   * @return NaN when there is no such user, as without categories
   */
  double of(int[] users, Interactions histories, int[][] lists, int depth) {
    double sum = 0;
    int count = 0;
    for (int at = 0; at < users.length; at++) {
      int[] history = histories.row(users[at]);
      double of = divergence(history, history.length, lists[at], depth);
      if (!Double.isNaN(of)) {
        sum += of;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** The divergence of one user; NaN without a category in history or list. */
  double divergence(int[] history, int taken, int[] list, int depth) {
    double ofHistory = fill(wanted, history, taken);
    double ofList = fill(listed, list, Math.min(depth, list.length));
    if (ofHistory == 0 || ofList == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int c = 0; c < wanted.length; c++) {
      double p = wanted[c] / ofHistory;
      if (p > 0) {
        double q = (1 - SMOOTHING) * listed[c] / ofList + SMOOTHING * p;
        sum += p * Math.log(p / q);
      }
    }
    return sum;
  }

  /** Counts the categories of the first items; how many of these have one. */
  private double fill(double[] counts, int[] items, int length) {
    Arrays.fill(counts, 0);
    double total = 0;
    for (int at = 0; at < length; at++) {
      int[] of = categories[items[at]];
      for (int category : of) {
        counts[category] += 1.0 / of.length;
      }
      total += of.length > 0 ? 1 : 0;
    }
    return total;
  }
}
