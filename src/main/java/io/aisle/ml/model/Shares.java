package io.aisle.ml.model;

import io.aisle.ml.data.SparseRows;
import java.util.Arrays;

/**
 * Spreads what a distinct item of a history adds to a score over the places where it stands: by
 * their values where values are summed, else equally.
 */
final class Shares {
  private Shares() {}

  /** What an item adds. */
  @FunctionalInterface
  interface Part {
    /**
     * @param value strength of the item in the history
     */
    double of(int item, float value);
  }

  /**
   * @param one a block of one row
   * @return {@code [length of the history]}
   */
  static double[] of(HistoryBlock one, Strength strength, Part part) {
    SparseRows row = strength.of(one, items(one));
    double[] parts = new double[row.size()];
    for (int k = 0; k < parts.length; k++) {
      parts[k] = part.of(row.column()[k], row.value()[k]);
    }
    return of(one, strength, row, parts);
  }

  /**
   * @param row the distinct items of the history
   * @param parts {@code [row.size()]} what each of them adds
   */
  static double[] of(HistoryBlock one, Strength strength, SparseRows row, double[] parts) {
    int[] places = new int[parts.length];
    int[] cell = new int[one.item().length];
    for (int at = 0; at < cell.length; at++) {
      cell[at] = Arrays.binarySearch(row.column(), 0, parts.length, one.item()[at]);
      if (cell[at] >= 0) {
        places[cell[at]]++;
      }
    }
    double[] spread = new double[cell.length];
    for (int at = 0; at < cell.length; at++) {
      if (cell[at] >= 0) {
        float total = row.value()[cell[at]];
        boolean summed = strength != Strength.PRESENCE && total != 0;
        double share = summed ? one.value()[at] / total : 1.0 / places[cell[at]];
        spread[at] = parts[cell[at]] * share;
      }
    }
    return spread;
  }

  /** Columns that hold every item of the history. */
  private static int items(HistoryBlock one) {
    return Arrays.stream(one.item()).max().orElse(-1) + 1;
  }
}
