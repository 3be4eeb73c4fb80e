package io.aisle.ml.model;

import io.aisle.domain.InputException;
import io.aisle.ml.data.SparseRows;
import java.util.Arrays;

/**
 * Rows of X^T X, the products of the columns of two items, from the users that have one of them.
 * Thread-safe.
 *
 * @param byUser X, users by items
 * @param byItem its transposition
 */
record GramRows(SparseRows byUser, SparseRows byItem) {
  /** A matrix of all items by all is one array: its side squared must stay below 2^31. */
  private static final int MAX_ITEMS = 46_000;

  /**
   * @param model who wants them, for people
   * @throws InputException when there are too many items for a matrix of all by all
   */
  static GramRows of(SparseRows byUser, String model) {
    if (byUser.columns() > MAX_ITEMS) {
      throw new InputException(
          "%s compares all items with all and takes at most %d of them, but the data have %d; raise prepare.core or take another model"
              .formatted(model, MAX_ITEMS, byUser.columns()));
    }
    return new GramRows(byUser, byUser.transposed());
  }

  int items() {
    return byUser.columns();
  }

  /** What is done with a row of the matrix. */
  interface RowUse {
    /**
     * Called by several threads, each with rows of its own.
     *
     * @param i the row
     * @param sums its cells, {@code [items]}, those after the last that was asked for 0; free to
     *     change, and cleared afterwards
     */
    void use(int i, double[] sums);
  }

  /**
   * Makes every row once, in parallel; threads change nothing.
   *
   * @param lower only the cells 0 to i of row i, for the matrix is symmetric
   * @param grain rows between two looks at the cancel signal
   */
  void forEach(Compute compute, int grain, boolean lower, RowUse use) {
    double[][] sums = new double[compute.parallel().threads()][items()];
    compute
        .parallel()
        .forRange(
            0,
            items(),
            grain,
            (from, to, worker) -> {
              compute.cancel().check();
              for (int i = from; i < to; i++) {
                int last = lower ? i : items() - 1;
                add(i, last, sums[worker]);
                use.use(i, sums[worker]);
                Arrays.fill(sums[worker], 0, last + 1, 0);
              }
            });
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
