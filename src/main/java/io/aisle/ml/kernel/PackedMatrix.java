package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * A dense matrix laid out for being multiplied from the left by many small blocks: {@code out =
 * left * M^T}, the scores of a block of users over all items. Rows of M stand in panels of two
 * registers' width, so that a panel stays in the first-level cache while the block passes.
 * Immutable, thread-safe.
 */
public final class PackedMatrix {
  private static final int WIDTH = 2 * FloatVectors.LANES;
  private static final int ROWS = 4;

  /** Rows that 32 registers hold at a time, as machines with registers of 16 lanes have them. */
  private static final int MANY_ROWS = 8;

  private final int rows;
  private final int columns;
  private final float[] panels;
  private final float[] start;

  /**
   * @param matrix {@code [rows * columns]} row-major; copied
   * @param bias {@code [rows]} added to the products; null for none; copied
   */
  public PackedMatrix(float[] matrix, int rows, int columns, float[] bias) {
    this.rows = rows;
    this.columns = columns;
    int panelCount = Math.ceilDiv(rows, WIDTH);
    this.panels = new float[Math.multiplyExact(panelCount * columns, WIDTH)];
    for (int row = 0; row < rows; row++) {
      int at = row / WIDTH * columns * WIDTH + row % WIDTH;
      for (int k = 0; k < columns; k++) {
        panels[at + k * WIDTH] = matrix[row * columns + k];
      }
    }
    this.start = new float[panelCount * WIDTH];
    if (bias != null) {
      System.arraycopy(bias, 0, start, 0, rows);
    }
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /**
   * Multiplies a block. Each number is summed in the order of the columns, so it does not depend on
   * the rest of the block.
   *
   * @param left {@code [count * columns]} row-major
   * @param out {@code [count * rows]} row-major, overwritten
   */
  public void multiply(float[] left, int count, float[] out) {
    multiply(left, 0, count, out, 0);
  }

  /** As the other, from {@code leftFrom} on to {@code outFrom} on. */
  public void multiply(float[] left, int leftFrom, int count, float[] out, int outFrom) {
    float[] edge = new float[ROWS * WIDTH];
    for (int panel = 0; panel * WIDTH < rows; panel++) {
      int column = panel * WIDTH;
      int width = Math.min(WIDTH, rows - column);
      int row = 0;
      if (FloatVectors.LANES >= 16 && width == WIDTH) {
        for (; row + MANY_ROWS <= count; row += MANY_ROWS) {
          tall(left, leftFrom + row * columns, panel, out, outFrom + row * rows + column);
        }
      }
      for (; row + ROWS <= count; row += ROWS) {
        if (width == WIDTH) {
          tile(left, leftFrom + row * columns, panel, out, outFrom + row * rows + column, rows);
        } else {
          tile(left, leftFrom + row * columns, panel, edge, 0, WIDTH);
          for (int r = 0; r < ROWS; r++) {
            System.arraycopy(edge, r * WIDTH, out, outFrom + (row + r) * rows + column, width);
          }
        }
      }
      for (; row < count; row++) {
        line(left, leftFrom + row * columns, panel, edge);
        System.arraycopy(edge, 0, out, outFrom + row * rows + column, width);
      }
    }
  }

  private void tall(float[] left, int from, int panel, float[] out, int to) {
    FloatVector a0 = FloatVector.fromArray(FloatVectors.SPECIES, start, panel * WIDTH);
    FloatVector a1 =
        FloatVector.fromArray(FloatVectors.SPECIES, start, panel * WIDTH + FloatVectors.LANES);
    FloatVector b0 = a0;
    FloatVector b1 = a1;
    FloatVector c0 = a0;
    FloatVector c1 = a1;
    FloatVector d0 = a0;
    FloatVector d1 = a1;
    FloatVector e0 = a0;
    FloatVector e1 = a1;
    FloatVector f0 = a0;
    FloatVector f1 = a1;
    FloatVector g0 = a0;
    FloatVector g1 = a1;
    FloatVector h0 = a0;
    FloatVector h1 = a1;
    int at = panel * columns * WIDTH;
    for (int k = from; k < from + columns; k++, at += WIDTH) {
      FloatVector x0 = FloatVector.fromArray(FloatVectors.SPECIES, panels, at);
      FloatVector x1 = FloatVector.fromArray(FloatVectors.SPECIES, panels, at + FloatVectors.LANES);
      FloatVector factor = FloatVector.broadcast(FloatVectors.SPECIES, left[k]);
      a0 = x0.fma(factor, a0);
      a1 = x1.fma(factor, a1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, left[k + columns]);
      b0 = x0.fma(factor, b0);
      b1 = x1.fma(factor, b1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, left[k + 2 * columns]);
      c0 = x0.fma(factor, c0);
      c1 = x1.fma(factor, c1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, left[k + 3 * columns]);
      d0 = x0.fma(factor, d0);
      d1 = x1.fma(factor, d1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, left[k + 4 * columns]);
      e0 = x0.fma(factor, e0);
      e1 = x1.fma(factor, e1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, left[k + 5 * columns]);
      f0 = x0.fma(factor, f0);
      f1 = x1.fma(factor, f1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, left[k + 6 * columns]);
      g0 = x0.fma(factor, g0);
      g1 = x1.fma(factor, g1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, left[k + 7 * columns]);
      h0 = x0.fma(factor, h0);
      h1 = x1.fma(factor, h1);
    }
    store(a0, a1, out, to);
    store(b0, b1, out, to + rows);
    store(c0, c1, out, to + 2 * rows);
    store(d0, d1, out, to + 3 * rows);
    store(e0, e1, out, to + 4 * rows);
    store(f0, f1, out, to + 5 * rows);
    store(g0, g1, out, to + 6 * rows);
    store(h0, h1, out, to + 7 * rows);
  }

  private void tile(float[] left, int from, int panel, float[] out, int to, int stride) {
    FloatVector a0 = FloatVector.fromArray(FloatVectors.SPECIES, start, panel * WIDTH);
    FloatVector a1 =
        FloatVector.fromArray(FloatVectors.SPECIES, start, panel * WIDTH + FloatVectors.LANES);
    FloatVector b0 = a0;
    FloatVector b1 = a1;
    FloatVector c0 = a0;
    FloatVector c1 = a1;
    FloatVector d0 = a0;
    FloatVector d1 = a1;
    int at = panel * columns * WIDTH;
    int second = from + columns;
    int third = second + columns;
    int fourth = third + columns;
    for (int k = 0; k < columns; k++, at += WIDTH) {
      FloatVector x0 = FloatVector.fromArray(FloatVectors.SPECIES, panels, at);
      FloatVector x1 = FloatVector.fromArray(FloatVectors.SPECIES, panels, at + FloatVectors.LANES);
      FloatVector factor = FloatVector.broadcast(FloatVectors.SPECIES, left[from + k]);
      a0 = x0.fma(factor, a0);
      a1 = x1.fma(factor, a1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, left[second + k]);
      b0 = x0.fma(factor, b0);
      b1 = x1.fma(factor, b1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, left[third + k]);
      c0 = x0.fma(factor, c0);
      c1 = x1.fma(factor, c1);
      factor = FloatVector.broadcast(FloatVectors.SPECIES, left[fourth + k]);
      d0 = x0.fma(factor, d0);
      d1 = x1.fma(factor, d1);
    }
    store(a0, a1, out, to);
    store(b0, b1, out, to + stride);
    store(c0, c1, out, to + 2 * stride);
    store(d0, d1, out, to + 3 * stride);
  }

  private void line(float[] left, int from, int panel, float[] out) {
    FloatVector a0 = FloatVector.fromArray(FloatVectors.SPECIES, start, panel * WIDTH);
    FloatVector a1 =
        FloatVector.fromArray(FloatVectors.SPECIES, start, panel * WIDTH + FloatVectors.LANES);
    int at = panel * columns * WIDTH;
    for (int k = 0; k < columns; k++, at += WIDTH) {
      FloatVector factor = FloatVector.broadcast(FloatVectors.SPECIES, left[from + k]);
      a0 = FloatVector.fromArray(FloatVectors.SPECIES, panels, at).fma(factor, a0);
      a1 =
          FloatVector.fromArray(FloatVectors.SPECIES, panels, at + FloatVectors.LANES)
              .fma(factor, a1);
    }
    store(a0, a1, out, 0);
  }

  private static void store(FloatVector left, FloatVector right, float[] out, int to) {
    left.intoArray(out, to);
    right.intoArray(out, to + FloatVectors.LANES);
  }
}
