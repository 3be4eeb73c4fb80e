package io.aisle.ml.model;

import io.aisle.ml.kernel.RankUpdate;
import java.util.random.RandomGenerator;

/**
 * Rows of factors, padded with zeros to whole registers.
 *
 * @param rows number of rows
 * @param size factors in a row
 * @param side values from row to row, at least {@code size}
 * @param data {@code [rows * side]} row-major; shared
 */
public record FactorTable(int rows, int size, int side, float[] data) {
  public static FactorTable zeros(int rows, int size) {
    int side = side(size);
    return new FactorTable(rows, size, side, new float[Math.multiplyExact(rows, side)]);
  }

  /** Values from row to row for rows of some factors. */
  public static int side(int size) {
    return RankUpdate.padded(size);
  }

  /** Uniform numbers between plus and minus {@code scale}. */
  public static FactorTable random(int rows, int size, float scale, RandomGenerator random) {
    FactorTable table = zeros(rows, size);
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < size; k++) {
        table.data[row * table.side + k] = (2 * random.nextFloat() - 1) * scale;
      }
    }
    return table;
  }

  /**
   * @param compact {@code [rows * size]}; copied
   */
  public static FactorTable of(float[] compact, int size) {
    FactorTable table = zeros(compact.length / size, size);
    for (int row = 0; row < table.rows; row++) {
      System.arraycopy(compact, row * size, table.data, row * table.side, size);
    }
    return table;
  }

  /** A copy without the padding, {@code [rows * size]}. */
  public float[] compact() {
    float[] compact = new float[rows * size];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(data, row * side, compact, row * size, size);
    }
    return compact;
  }

  /** The squared length of a row. */
  double squares(int row) {
    double sum = 0;
    for (int k = at(row); k < at(row) + size; k++) {
      sum += (double) data[k] * data[k];
    }
    return sum;
  }

  /** Where a row starts. */
  public int at(int row) {
    return row * side;
  }
}
