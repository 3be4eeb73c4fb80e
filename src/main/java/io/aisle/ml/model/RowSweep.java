package io.aisle.ml.model;

import java.util.function.Supplier;

/** Solves the rows of one side of a factorisation on all threads. */
record RowSweep(Compute compute) {
  /** Rows solved between two looks at the cancel signal. */
  private static final int GRAIN = 64;

  /** Solves one row in a thread's own scratch and returns its part of the loss. */
  @FunctionalInterface
  interface Row<S> {
    double solve(int row, S scratch);
  }

  /** The sum over all rows, in their order for any number of threads. */
  <S> double sum(int rows, Supplier<S> scratch, Row<S> solver) {
    double[] losses = new double[rows];
    compute
        .parallel()
        .forRange(
            0,
            rows,
            GRAIN,
            (from, to, worker) -> {
              compute.cancel().check();
              S own = scratch.get();
              for (int row = from; row < to; row++) {
                losses[row] = solver.solve(row, own);
              }
            });
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }
}
