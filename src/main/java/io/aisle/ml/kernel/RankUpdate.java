package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * Adds sums of outer products to the upper triangle of a square matrix, {@code C += sign * sum_k
 * x_k x_k^T}: the step that normal equations and Cholesky factors are made of. Works on tiles of 4
 * rows and two registers, which stay in registers over the whole sum.
 */
public final class RankUpdate {
  /** Rows of a tile. */
  static final int ROWS = 4;

  private static final int WIDTH = 2 * FloatVectors.LANES;

  private RankUpdate() {}

  /** The side a matrix of {@code size} rows and columns is padded to. */
  public static int padded(int size) {
    return Math.ceilDiv(size, WIDTH) * WIDTH;
  }

  /**
   * Updates rows {@code first} to {@code last - 1}, from the diagonal's tile to the right. Cells
   * left of the diagonal are without meaning, before and after.
   *
   * @param c {@code [side * side]} row-major
   * @param side a {@link #padded} size
   * @param first rounded down to a multiple of four
   * @param last rounded up to a multiple of four
   * @param x the vectors, one in each row of {@code side} values
   * @param xFrom where the first vector starts
   * @param count number of vectors
   * @param sign 1 or -1
   */
  public static void upper(
      float[] c, int side, int first, int last, float[] x, int xFrom, int count, float sign) {
    for (int row = first / ROWS * ROWS; row < last; row += ROWS) {
      for (int column = row / WIDTH * WIDTH; column < side; column += WIDTH) {
        tile(c, side, row, column, x, xFrom, count, sign);
      }
    }
  }

  private static void tile(
      float[] c, int side, int row, int column, float[] x, int xFrom, int count, float sign) {
    FloatVector a0 = FloatVector.zero(FloatVectors.SPECIES);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    for (int k = 0; k < count; k++) {
      int at = xFrom + k * side;
      FloatVector left = FloatVector.fromArray(FloatVectors.SPECIES, x, at + column);
      FloatVector right =
          FloatVector.fromArray(FloatVectors.SPECIES, x, at + column + FloatVectors.LANES);
      FloatVector factor = FloatVector.broadcast(FloatVectors.SPECIES, x[at + row]);
      a0 = left.fma(factor, a0);
      a1 = right.fma(factor, a1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, x[at + row + 1]);
      b0 = left.fma(factor, b0);
      b1 = right.fma(factor, b1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, x[at + row + 2]);
      c0 = left.fma(factor, c0);
      c1 = right.fma(factor, c1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, x[at + row + 3]);
      d0 = left.fma(factor, d0);
      d1 = right.fma(factor, d1);
    }
    add(c, row * side + column, a0, a1, sign);
    add(c, (row + 1) * side + column, b0, b1, sign);
    add(c, (row + 2) * side + column, c0, c1, sign);
    add(c, (row + 3) * side + column, d0, d1, sign);
  }

  private static void add(float[] c, int at, FloatVector left, FloatVector right, float sign) {
    FloatVector factor = FloatVector.broadcast(FloatVectors.SPECIES, sign);
    left.fma(factor, FloatVector.fromArray(FloatVectors.SPECIES, c, at)).intoArray(c, at);
    int next = at + FloatVectors.LANES;
    right.fma(factor, FloatVector.fromArray(FloatVectors.SPECIES, c, next)).intoArray(c, next);
  }
}
