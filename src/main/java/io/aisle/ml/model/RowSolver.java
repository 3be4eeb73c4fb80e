package io.aisle.ml.model;

import io.aisle.ml.data.SparseRows;

/**
 * Finds the factors of rows of one side of a factorisation when those of the other are fixed.
 * Thread-safe; each thread brings its scratch.
 *
 * @param <S> what one thread computes in
 */
interface RowSolver<S> {
  S scratch();

  /**
   * Solves one row.
   *
   * @param rows interactions with rows of the other side
   * @param out receives the factors at {@code outFrom}
   * @return the row's part of the training loss, its own penalty included
   */
  double solve(SparseRows rows, int row, float[] out, int outFrom, S scratch);

  /** For one thread. */
  default FoldedUsers.Folding folding() {
    S scratch = scratch();
    return (histories, row, out, outFrom) -> solve(histories, row, out, outFrom, scratch);
  }
}
