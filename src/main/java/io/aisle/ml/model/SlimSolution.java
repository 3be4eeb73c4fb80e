package io.aisle.ml.model;

import io.aisle.domain.model.SlimParams;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.ElasticNet;

/** The columns of W of {@link SlimFamily}; items are independent, so threads change nothing. */
final class SlimSolution {
  /** Items between two looks at the cancel signal, beside those within an item. */
  private static final int GRAIN = 4;

  private final SlimParams params;
  private final GramRows rows;
  private final Compute compute;

  SlimSolution(SlimParams params, SparseRows byUser, Compute compute) {
    this.params = params;
    this.compute = compute;
    this.rows = GramRows.of(byUser, "SLIM");
  }

  /** W, a row for each item of a history. */
  SparseRows weights() {
    int items = rows.items();
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
    int items = rows.items();
    float[] gram = new float[items * items];
    rows.forEach(
        compute,
        GRAIN,
        false,
        (i, sums) -> {
          for (int j = 0; j < items; j++) {
            gram[i * items + j] = (float) sums[j];
          }
        });
    return gram;
  }
}
