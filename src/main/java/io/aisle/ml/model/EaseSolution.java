package io.aisle.ml.model;

import io.aisle.domain.InputException;
import io.aisle.domain.model.EaseParams;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.SpdInverse;
import io.aisle.ml.kernel.SymmetricTiles;
import java.util.Map;

/** The closed form of {@link EaseFamily}: Gram matrix, inverse, weights. */
final class EaseSolution {
  /** The weights are one array: its side squared must stay below 2^31. */
  private static final int MAX_ITEMS = 46_000;

  private static final int GRAIN = 16;

  private final EaseParams params;
  private final SparseRows byUser;
  private final Compute compute;

  EaseSolution(EaseParams params, SparseRows byUser, Compute compute) {
    this.params = params;
    this.byUser = byUser;
    this.compute = compute;
    if (byUser.columns() > MAX_ITEMS) {
      throw new InputException(
          "EASE needs items x items weights and takes at most %d items, but the data have %d; raise prepare.core or take another model"
              .formatted(MAX_ITEMS, byUser.columns()));
    }
  }

  Weights weights() {
    SymmetricTiles matrix = gram();
    if (!SpdInverse.invert(matrix, compute.parallel(), compute.cancel())) {
      throw new InputException(
          "With regularization %s the matrix of EASE cannot be inverted; take a larger one, such as 100"
              .formatted(params.regularization()));
    }
    int items = byUser.columns();
    float[] weights = new float[items * items];
    compute
        .parallel()
        .forRange(
            0, items, GRAIN, (from, to, worker) -> toWeights(matrix, from, to, items, weights));
    return new Weights(Map.of(EaseFamily.WEIGHTS, Tensor.of(weights, items, items)), Map.of());
  }

  /** X^T X + lambda I; rows of items are independent. */
  private SymmetricTiles gram() {
    SparseRows byItem = byUser.transposed();
    SymmetricTiles gram = new SymmetricTiles(byUser.columns());
    double[][] counts = new double[compute.parallel().threads()][byUser.columns()];
    compute
        .parallel()
        .forRange(
            0,
            byUser.columns(),
            GRAIN,
            (from, to, worker) -> {
              compute.cancel().check();
              for (int i = from; i < to; i++) {
                countTogether(byItem, i, counts[worker]);
                for (int j = 0; j <= i; j++) {
                  if (counts[worker][j] != 0) {
                    gram.set(i, j, counts[worker][j]);
                    counts[worker][j] = 0;
                  }
                }
                gram.set(i, i, byItem.length(i) + params.regularization());
              }
            });
    return gram;
  }

  /** Adds the number of users that item i shares with each item up to itself. */
  private void countTogether(SparseRows byItem, int i, double[] counts) {
    for (int a = byItem.offsets()[i]; a < byItem.offsets()[i + 1]; a++) {
      int user = byItem.column()[a];
      for (int b = byUser.offsets()[user]; b < byUser.offsets()[user + 1]; b++) {
        int j = byUser.column()[b];
        if (j > i) {
          break;
        }
        counts[j]++;
      }
    }
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
