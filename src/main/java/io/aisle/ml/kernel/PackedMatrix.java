package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * A dense matrix laid out for being multiplied from the left by many small blocks: {@code out =
 * left * M^T}, the scores of a block of users over all items. Rows of M stand in panels of two
 * registers' width, so that a panel stays in the first-level cache while the block passes.
 * Immutable, thread-safe.
 */
public final class PackedMatrix {
  private static final int WIDTH = Tile.WIDTH;
  private static final int ROWS = 4;

  /** Rows of a large tile. */
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

  /** The matrix as it was given, {@code [rows * columns]} row-major; a copy. */
  public float[] unpacked() {
    float[] matrix = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      int at = row / WIDTH * columns * WIDTH + row % WIDTH;
      for (int k = 0; k < columns; k++) {
        matrix[row * columns + k] = panels[at + k * WIDTH];
      }
    }
    return matrix;
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
      if (Tile.LARGE && width == WIDTH) {
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
    int x = panel * columns * WIDTH;
    Tile.eight(
        left, from, columns, 1, panels, x, WIDTH, columns, start, panel * WIDTH, 0, out, to, rows);
  }

  private void tile(float[] left, int from, int panel, float[] out, int to, int stride) {
    int x = panel * columns * WIDTH;
    Tile.four(
        left,
        from,
        columns,
        1,
        panels,
        x,
        WIDTH,
        columns,
        start,
        panel * WIDTH,
        0,
        out,
        to,
        stride);
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
    a0.intoArray(out, 0);
    a1.intoArray(out, FloatVectors.LANES);
  }
}
