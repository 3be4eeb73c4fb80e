package io.aisle.ml.neural;

import io.aisle.ml.data.Interactions;
import java.util.Arrays;

/**
 * The cells of some rows of {@code length} positions, row-major, as they go to the device.
 *
 * <p>{@code items}: item indices, 0 at padding. {@code targets}: the items behind them, -1 where
 * nothing is to be predicted. {@code positions}: rows of the position table, the newest item of a
 * window at the last. {@code firsts}: for each query the first column of its row it may look at;
 * padding looks at itself only, so that no row of attention is empty.
 */
final class RowCells {
  private final int rows;
  private final int length;
  private final long[] items;
  private final long[] targets;
  private final long[] positions;
  private final long[] firsts;

  RowCells(int rows, int length) {
    this.rows = rows;
    this.length = length;
    this.items = new long[rows * length];
    this.targets = new long[rows * length];
    this.positions = new long[rows * length];
    this.firsts = new long[rows * length];
    Arrays.fill(targets, -1);
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = i % length;
    }
  }

  /** Writes a window with its targets from a column on. */
  void put(Interactions from, Window window, int row, int column) {
    putWithTargets(from.item(), window.start(), window.length(), row, column);
  }

  /** Writes {@code count} items from {@code start} on, each with the one behind it as target. */
  void putWithTargets(int[] item, int start, int count, int row, int column) {
    put(item, start, count, row, column);
    int cell = row * length + column;
    for (int k = 0; k < count; k++) {
      targets[cell + k] = item[start + k + 1];
    }
  }

  /** Writes a window into the last columns, with the item behind it as its only target. */
  void putLast(Interactions from, Window window, int row) {
    put(from.item(), window.start(), window.length(), row, length - window.length());
    targets[row * length + length - 1] = from.item()[window.start() + window.length()];
  }

  /** Writes a stretch of items without targets. */
  void put(int[] item, int start, int count, int row, int column) {
    int cell = row * length + column;
    for (int k = 0; k < count; k++) {
      items[cell + k] = item[start + k];
      positions[cell + k] = (long) length - count + k;
      firsts[cell + k] = column;
    }
  }

  int rows() {
    return rows;
  }

  int length() {
    return length;
  }

  long[] items() {
    return items;
  }

  long[] targets() {
    return targets;
  }

  long[] positions() {
    return positions;
  }

  long[] firsts() {
    return firsts;
  }

  /** Targets in rows {@code from} to {@code to - 1}. */
  int targetCount(int from, int to) {
    int count = 0;
    for (int i = from * length; i < to * length; i++) {
      count += targets[i] >= 0 ? 1 : 0;
    }
    return count;
  }
}
