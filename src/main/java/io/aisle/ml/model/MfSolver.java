package io.aisle.ml.model;

import io.aisle.domain.model.MfParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.CholeskySolver;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.RankUpdate;
import java.util.Arrays;

/**
 * Finds bias and factors of a row when those of the other side are fixed: least squares of {@code r
 * - mu - bias_other} on {@code (1, factors_other)} over the ratings of the row. Thread-safe; each
 * thread brings its scratch.
 *
 * @param other the other side, the first number of a row being its bias
 * @param mean mu
 */
record MfSolver(MfParams params, FactorTable other, float mean)
    implements RowSolver<MfSolver.Scratch> {
  /** Vectors gathered at a time: they stay in the second-level cache. */
  private static final int GATHER = 128;

  /** What one thread computes in. */
  static final class Scratch {
    private final float[] matrix;
    private final float[] gathered;
    private final float[] inverse;
    private final float[] right;
    private final float[] x;

    private Scratch(int side) {
      matrix = new float[side * side];
      gathered = new float[GATHER * side];
      inverse = new float[side];
      right = new float[side];
      x = new float[side];
    }
  }

  @Override
  public Scratch scratch() {
    return new Scratch(other.side());
  }

  /** Each user's ratings, of each item the last. */
  static SparseRows ratings(Interactions interactions) {
    SparseRows rows = SparseRows.of(interactions);
    float[] last = new float[rows.size()];
    for (int u = 0; u < rows.rows(); u++) {
      for (int k = interactions.offsets()[u]; k < interactions.offsets()[u + 1]; k++) {
        int at =
            Arrays.binarySearch(
                rows.column(), rows.offsets()[u], rows.offsets()[u + 1], interactions.item()[k]);
        last[at] = interactions.value()[k];
      }
    }
    return new SparseRows(rows.rows(), rows.columns(), rows.offsets(), rows.column(), last);
  }

  /** The row receives its bias and its factors. */
  @Override
  public double solve(SparseRows ratings, int row, float[] out, int outFrom, Scratch scratch) {
    int side = other.side();
    int size = other.size();
    int from = ratings.offsets()[row];
    int to = ratings.offsets()[row + 1];
    Arrays.fill(scratch.matrix, 0);
    Arrays.fill(scratch.right, 0);
    double squares = 0;
    for (int start = from; start < to; start += GATHER) {
      int count = Math.min(GATHER, to - start);
      for (int n = 0; n < count; n++) {
        int at = other.at(ratings.column()[start + n]);
        float target = ratings.value()[start + n] - mean - other.data()[at];
        System.arraycopy(other.data(), at, scratch.gathered, n * side, side);
        scratch.gathered[n * side] = 1;
        FloatVectors.addScaled(target, scratch.gathered, n * side, scratch.right, 0, side);
        squares += (double) target * target;
      }
      RankUpdate.upper(scratch.matrix, side, 0, size, scratch.gathered, 0, count, 1);
    }
    float lambda = (float) (params.regularization() * (to - from));
    for (int k = 0; k < size; k++) {
      scratch.matrix[k * side + k] += lambda;
    }
    System.arraycopy(scratch.right, 0, scratch.x, 0, side);
    CholeskySolver.factor(scratch.matrix, size, side, scratch.inverse);
    CholeskySolver.solve(scratch.matrix, size, side, scratch.inverse, scratch.x);
    System.arraycopy(scratch.x, 0, out, outFrom, size);
    return squares - FloatVectors.dot(scratch.right, 0, scratch.x, 0, size);
  }
}
