package io.aisle.ml.model;

import io.aisle.ml.data.SparseRows;

/**
 * Rows of X^T X, the products of the columns of two items, from the users that have one of them.
 * Thread-safe.
 *
 * @param byUser X, users by items
 * @param byItem its transposition
 */
record GramRows(SparseRows byUser, SparseRows byItem) {
  static GramRows of(SparseRows byUser) {
    return new GramRows(byUser, byUser.transposed());
  }

  int items() {
    return byUser.columns();
  }

  /**
   * Adds the products of item i with the items 0 to {@code last}.
   *
   * @param sums at least {@code [last + 1]}
   */
  void add(int i, int last, double[] sums) {
    for (int a = byItem.offsets()[i]; a < byItem.offsets()[i + 1]; a++) {
      int user = byItem.column()[a];
      double own = byItem.value()[a];
      for (int b = byUser.offsets()[user]; b < byUser.offsets()[user + 1]; b++) {
        int j = byUser.column()[b];
        if (j > last) {
          break;
        }
        sums[j] += own * byUser.value()[b];
      }
    }
  }
}
