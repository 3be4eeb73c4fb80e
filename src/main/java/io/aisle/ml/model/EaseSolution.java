package io.aisle.ml.model;

import io.aisle.domain.InputException;
import io.aisle.domain.model.EaseParams;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.SpdInverse;
import io.aisle.ml.kernel.SymmetricTiles;
import java.util.Map;

/** The closed form of {@link EaseFamily}: Gram matrix, inverse, weights. */
final class EaseSolution {
  private static final int GRAIN = 16;

  private final EaseParams params;
  private final GramRows rows;
  private final Compute compute;

  /**
   * @param byUser X, users by items
   */
  EaseSolution(EaseParams params, SparseRows byUser, Compute compute) {
    this.params = params;
    this.compute = compute;
    this.rows = GramRows.of(byUser, "EASE");
  }

  Weights weights() {
    SymmetricTiles matrix = gram();
    if (!SpdInverse.invert(matrix, compute.parallel(), compute.cancel())) {
      throw new InputException(
          "With regularization %s the matrix of EASE cannot be inverted; take a larger one, such as 100"
              .formatted(params.regularization()));
    }
    int items = rows.items();
    float[] weights = new float[items * items];
    compute
        .parallel()
        .forRange(
            0, items, GRAIN, (from, to, worker) -> toWeights(matrix, from, to, items, weights));
    return new Weights(Map.of(EaseFamily.WEIGHTS, Tensor.of(weights, items, items)), Map.of());
  }

  /** X^T X + lambda I, of which most cells are 0 and are not written. */
  private SymmetricTiles gram() {
    SymmetricTiles gram = new SymmetricTiles(rows.items());
    rows.forEach(
        compute,
        GRAIN,
        true,
        (i, sums) -> {
          sums[i] += params.regularization();
          for (int j = 0; j <= i; j++) {
            if (sums[j] != 0) {
              gram.set(i, j, sums[j]);
            }
          }
        });
    return gram;
  }

  private static void toWeights(
      SymmetricTiles inverse, int from, int to, int items, float[] weights) {
    for (int i = from; i < to; i++) {
      for (int j = 0; j < items; j++) {
        weights[i * items + j] = i == j ? 0 : (float) (-inverse.get(i, j) / inverse.get(j, j));
      }
    }
  }
}
