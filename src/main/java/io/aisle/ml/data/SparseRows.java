package io.aisle.ml.data;

import java.util.Arrays;

/**
 * A sparse matrix without repetitions: the columns of each row are distinct and ascending; the
 * order of time is gone. Immutable and thread-safe as long as nobody writes to the arrays.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param offsets {@code [rows + 1]}
 * @param column {@code [size]} column of each cell
 * @param value {@code [size]} value of each cell
 */
public record SparseRows(int rows, int columns, int[] offsets, int[] column, float[] value) {
  /** Users by items; the values of repeated interactions are summed. */
  public static SparseRows of(Interactions interactions) {
    return transposed(
        transposed(
            interactions.users(),
            interactions.items(),
            interactions.offsets(),
            interactions.item(),
            interactions.value()));
  }

  /**
   * A square matrix of cells in any order; repeated cells are summed.
   *
   * @param size how many cells there are; the arrays may be longer
   */
  public static SparseRows ofCells(int side, int size, int[] row, int[] column, float[] value) {
    int[] offsets = new int[side + 1];
    for (int k = 0; k < size; k++) {
      offsets[row[k] + 1]++;
    }
    for (int r = 0; r < side; r++) {
      offsets[r + 1] += offsets[r];
    }
    int[] at = offsets.clone();
    int[] columns = new int[size];
    float[] values = new float[size];
    for (int k = 0; k < size; k++) {
      columns[at[row[k]]] = column[k];
      values[at[row[k]]++] = value[k];
    }
    return transposed(transposed(side, side, offsets, columns, values));
  }

  /** A matrix of rows that were made one by one; the columns of each ascend. */
  public static SparseRows joined(int columns, int[][] column, float[][] value) {
    int rows = column.length;
    int[] offsets = new int[rows + 1];
    for (int r = 0; r < rows; r++) {
      offsets[r + 1] = Math.addExact(offsets[r], column[r].length);
    }
    int[] allColumns = new int[offsets[rows]];
    float[] allValues = new float[offsets[rows]];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(column[r], 0, allColumns, offsets[r], column[r].length);
      System.arraycopy(value[r], 0, allValues, offsets[r], value[r].length);
    }
    return new SparseRows(rows, columns, offsets, allColumns, allValues);
  }

  /** Items by users. */
  public SparseRows transposed() {
    return transposed(rows, columns, offsets, column, value);
  }

  public int length(int row) {
    return offsets[row + 1] - offsets[row];
  }

  public int size() {
    return column.length;
  }

  /** Whether a row has a column, by bisection. */
  public boolean contains(int row, int wanted) {
    return Arrays.binarySearch(column, offsets[row], offsets[row + 1], wanted) >= 0;
  }

  private static SparseRows transposed(SparseRows m) {
    return transposed(m.rows, m.columns, m.offsets, m.column, m.value);
  }

  /** Counting sort by column: rows come out ascending; repeated cells are merged. */
  private static SparseRows transposed(
      int rows, int columns, int[] offsets, int[] column, float[] value) {
    int[] starts = new int[columns + 1];
    for (int c : column) {
      starts[c + 1]++;
    }
    for (int c = 0; c < columns; c++) {
      starts[c + 1] += starts[c];
    }
    int[] at = starts.clone();
    int[] row = new int[column.length];
    float[] moved = new float[column.length];
    for (int r = 0; r < rows; r++) {
      for (int k = offsets[r]; k < offsets[r + 1]; k++) {
        int c = column[k];
        if (at[c] > starts[c] && row[at[c] - 1] == r) {
          moved[at[c] - 1] += value[k];
        } else {
          row[at[c]] = r;
          moved[at[c]++] = value[k];
        }
      }
    }
    return compact(columns, rows, starts, at, row, moved);
  }

  private static SparseRows compact(
      int rows, int columns, int[] starts, int[] ends, int[] column, float[] value) {
    int[] offsets = new int[rows + 1];
    for (int r = 0; r < rows; r++) {
      int length = ends[r] - starts[r];
      System.arraycopy(column, starts[r], column, offsets[r], length);
      System.arraycopy(value, starts[r], value, offsets[r], length);
      offsets[r + 1] = offsets[r] + length;
    }
    return new SparseRows(
        rows,
        columns,
        offsets,
        Arrays.copyOf(column, offsets[rows]),
        Arrays.copyOf(value, offsets[rows]));
  }
}
