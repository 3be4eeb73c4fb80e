package io.aisle.ml.model;

import io.aisle.domain.InputException;
import io.aisle.domain.model.SlimParams;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.ElasticNet;

/** The columns of W of {@link SlimFamily}; items are independent, so threads change nothing. */
final class SlimSolution {
  /** The Gram matrix is one array: its side squared must stay below 2^31. */
  private static final int MAX_ITEMS = 46_000;

  /** Items between two looks at the cancel signal, beside those within an item. */
  private static final int GRAIN = 4;

  private final SlimParams params;
  private final SparseRows byUser;
  private final Compute compute;

  SlimSolution(SlimParams params, SparseRows byUser, Compute compute) {
    this.params = params;
    this.byUser = byUser;
    this.compute = compute;
    if (byUser.columns() > MAX_ITEMS) {
      throw new InputException(
          "SLIM compares all items with all and takes at most %d of them, but the data have %d; raise prepare.core or take another model"
              .formatted(MAX_ITEMS, byUser.columns()));
    }
  }

  /** W, a row for each item of a history. */
  SparseRows weights() {
    int items = byUser.columns();
    float[] gram = gram();
    int[][] columns = new int[items][];
    float[][] values = new float[items][];
    ElasticNet[] nets = new ElasticNet[compute.parallel().threads()];
    compute
        .parallel()
        .forRange(
            0,
            items,
            GRAIN,
            (from, to, worker) -> {
              if (nets[worker] == null) {
                nets[worker] =
                    new ElasticNet(
                        gram,
                        items,
                        (float) params.regularization(),
                        (float) params.sparsity(),
                        params.nonNegative());
              }
              for (int j = from; j < to; j++) {
                compute.cancel().check();
                nets[worker].solve(j, compute.cancel());
                columns[j] = nets[worker].support();
                values[j] = nets[worker].weights();
              }
            });
    return SparseRows.joined(items, columns, values).transposed();
  }

  /** X^T X, {@code [items * items]}. */
  private float[] gram() {
    GramRows rows = GramRows.of(byUser);
    int items = rows.items();
    float[] gram = new float[items * items];
    double[][] sums = new double[compute.parallel().threads()][items];
    compute
        .parallel()
        .forRange(
            0,
            items,
            GRAIN,
            (from, to, worker) -> {
              compute.cancel().check();
              for (int i = from; i < to; i++) {
                rows.add(i, items - 1, sums[worker]);
                for (int j = 0; j < items; j++) {
                  gram[i * items + j] = (float) sums[worker][j];
                  sums[worker][j] = 0;
                }
              }
            });
    return gram;
  }
}
