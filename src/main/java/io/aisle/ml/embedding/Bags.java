package io.aisle.ml.embedding;

import java.util.Arrays;

/**
 * Weighted sums of table rows, one after the other: cell c is the sum of {@code weight[k] *
 * table[row[k]]} over k in {@code [offsets[c], offsets[c + 1])}. Grows as needed and is used again
 * for the next batch. Confined to one thread while it is filled.
 */
public final class Bags {
  private int[] offsets = new int[64];
  private int[] row = new int[64];
  private float[] weight = new float[64];
  private int cells;
  private int open;

  /** Empties everything. */
  public void clear() {
    cells = 0;
  }

  /** Adds a row to the cell that is being filled. */
  public void add(int tableRow, float share) {
    int at = offsets[cells] + open;
    if (at == row.length) {
      row = Arrays.copyOf(row, 2 * at);
      weight = Arrays.copyOf(weight, 2 * at);
    }
    row[at] = tableRow;
    weight[at] = share;
    open++;
  }

  /** Ends the cell that is being filled; one without rows is zero. */
  public void endCell() {
    if (cells + 2 > offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * offsets.length);
    }
    offsets[cells + 1] = offsets[cells] + open;
    open = 0;
    cells++;
  }

  /** A cell of one row. */
  public void single(int tableRow) {
    add(tableRow, 1);
    endCell();
  }

  public int cells() {
    return cells;
  }

  /** Rows over all cells, repetitions counted. */
  int size() {
    return offsets[cells];
  }

  int start(int cell) {
    return offsets[cell];
  }

  int row(int at) {
    return row[at];
  }

  float weight(int at) {
    return weight[at];
  }
}
