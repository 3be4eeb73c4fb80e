package io.aisle.ml.model;

import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.AlsParams;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.CholeskySolver;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.RankUpdate;
import java.util.Arrays;

/**
 * Finds the factors of a row when those of the other side are fixed: {@code (Y^T Y + Y_u^T (C_u -
 * I) Y_u + lambda I) x = Y_u^T C_u 1}, over the n interactions of the row only, since the first
 * term is the same for all. Thread-safe; each thread brings its scratch.
 */
final class AlsSolver implements RowSolver<AlsSolver.Scratch> {
  /** Vectors gathered at a time: they stay in the second-level cache. */
  private static final int GATHER = 128;

  /** Rows of a piece of the Gram matrix. */
  private static final int GRAM_ROWS = 4;

  private final AlsParams params;
  private final FactorTable other;
  private final float[] gram;

  /** What one thread computes in. */
  static final class Scratch {
    private final float[] matrix;
    private final float[] gathered;
    private final float[] inverse;
    private final float[] x;

    private Scratch(int side) {
      matrix = new float[side * side];
      gathered = new float[GATHER * side];
      inverse = new float[side];
      x = new float[side];
    }
  }

  AlsSolver(AlsParams params, FactorTable other, Parallel parallel) {
    this.params = params;
    this.other = other;
    int side = other.side();
    this.gram = new float[side * side];
    parallel.forRange(
        0,
        side,
        GRAM_ROWS,
        (from, to, worker) ->
            RankUpdate.upper(gram, side, from, to, other.data(), 0, other.rows(), 1));
  }

  @Override
  public Scratch scratch() {
    return new Scratch(other.side());
  }

  /** Values of 0 and below count as no interaction. */
  @Override
  public double solve(SparseRows rows, int row, float[] out, int outFrom, Scratch scratch) {
    double confidences = gather(rows, row, scratch);
    return confidences - solve(scratch, out, outFrom);
  }

  /**
   * How the product of a row's solution x with row {@code item} of the other side divides among the
   * row's interactions (Hu, Koren and Volinsky, 2008, section 5): with A the matrix and {@code
   * sum_i c_i y_i} the right side of the row's equations, {@code y_j x = sum_i c_i (A^-1 y_j) y_i}.
   *
   * @return {@code [cells of the row]}; 0 for values of 0 and below
   */
  double[] parts(SparseRows rows, int row, int item, Scratch scratch) {
    gather(rows, row, scratch);
    System.arraycopy(other.data(), other.at(item), scratch.x, 0, other.side());
    float[] solution = new float[other.size()];
    solve(scratch, solution, 0);
    double[] parts = new double[rows.length(row)];
    for (int k = 0; k < parts.length; k++) {
      float value = rows.value()[rows.offsets()[row] + k];
      if (value > 0) {
        int at = other.at(rows.column()[rows.offsets()[row] + k]);
        float product = FloatVectors.dot(other.data(), at, solution, 0, solution.length);
        parts[k] = (1 + params.alpha() * value) * product;
      }
    }
    return parts;
  }

  /** Sets up a row's equations and returns the sum of its confidences. */
  private double gather(SparseRows rows, int row, Scratch scratch) {
    int side = other.side();
    int size = other.size();
    System.arraycopy(gram, 0, scratch.matrix, 0, gram.length);
    Arrays.fill(scratch.x, 0);
    double confidences = 0;
    int interactions = 0;
    int pending = 0;
    for (int k = rows.offsets()[row]; k < rows.offsets()[row + 1]; k++) {
      float value = rows.value()[k];
      if (!(value > 0)) {
        continue;
      }
      float extra = (float) (params.alpha() * value);
      int at = other.at(rows.column()[k]);
      FloatVectors.addScaled(1 + extra, other.data(), at, scratch.x, 0, side);
      FloatVectors.scale(
          (float) Math.sqrt(extra), other.data(), at, scratch.gathered, pending * side, side);
      confidences += 1 + extra;
      interactions++;
      pending++;
      if (pending == GATHER) {
        addGathered(scratch, pending);
        pending = 0;
      }
    }
    addGathered(scratch, pending);
    float lambda =
        (float) (params.regularization() * (params.scaleRegularization() ? interactions : 1));
    for (int k = 0; k < size; k++) {
      scratch.matrix[k * side + k] += lambda;
    }
    return confidences;
  }

  private void addGathered(Scratch scratch, int count) {
    if (count > 0) {
      RankUpdate.upper(
          scratch.matrix, other.side(), 0, other.size(), scratch.gathered, 0, count, 1);
    }
  }

  /** Solves in place, copies the solution out and returns its product with the right side. */
  private double solve(Scratch scratch, float[] out, int outFrom) {
    int side = other.side();
    int size = other.size();
    System.arraycopy(scratch.x, 0, scratch.gathered, 0, side);
    CholeskySolver.factor(scratch.matrix, size, side, scratch.inverse);
    CholeskySolver.solve(scratch.matrix, size, side, scratch.inverse, scratch.x);
    System.arraycopy(scratch.x, 0, out, outFrom, size);
    return FloatVectors.dot(scratch.gathered, 0, scratch.x, 0, size);
  }
}
