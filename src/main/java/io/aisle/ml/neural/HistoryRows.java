package io.aisle.ml.neural;

import io.aisle.ml.model.HistoryBlock;
import java.util.Set;

/** Histories as rows of cells, each in the last columns. */
final class HistoryRows {
  private HistoryRows() {}

  /**
   * @param from first row of the block
   * @param to row behind the last one
   * @param maxLength items read of each history, the newest
   */
  static BatchData of(HistoryBlock block, int from, int to, int maxLength, Set<Field> reads) {
    int longest = longest(block, from, to, maxLength);
    RowCells cells = new RowCells(to - from, longest);
    for (int r = from; r < to; r++) {
      int count = read(block, r, maxLength);
      cells.put(block.item(), block.offsets()[r + 1] - count, count, r - from, longest - count);
    }
    return cells.history(reads);
  }

  /**
   * The same in rows of one length, a special item before what is shorter.
   *
   * @param users how many are known; that number stands for all others
   */
  static BatchData padded(
      HistoryBlock block, int from, int to, int length, int padding, int users, Set<Field> reads) {
    RowCells cells = new RowCells(to - from, length, length, padding);
    long[] user = new long[to - from];
    for (int r = from; r < to; r++) {
      int count = read(block, r, length);
      cells.put(block.item(), block.offsets()[r + 1] - count, count, r - from, length - count);
      user[r - from] = block.user()[r] < 0 ? users : block.user()[r];
    }
    BatchData data = cells.history(reads);
    data.fields().put(Field.KNOWN, user);
    return data;
  }

  /** The same from the first column on; the cell of each row's newest item is its place. */
  static BatchData fromTheLeft(
      HistoryBlock block, int from, int to, int maxLength, Set<Field> reads) {
    int longest = longest(block, from, to, maxLength);
    RowCells cells = new RowCells(to - from, longest, maxLength, 0);
    long[] place = new long[to - from];
    for (int r = from; r < to; r++) {
      int count = read(block, r, maxLength);
      cells.put(block.item(), block.offsets()[r + 1] - count, count, r - from, 0);
      place[r - from] = (long) (r - from) * longest + Math.max(0, count - 1);
    }
    BatchData data = cells.history(reads);
    data.fields().put(Field.PLACES, place);
    return data;
  }

  /** The longest of some rows as far as it is read; at least 1. */
  static int longest(HistoryBlock block, int from, int to, int maxLength) {
    int longest = 1;
    for (int r = from; r < to; r++) {
      longest = Math.max(longest, read(block, r, maxLength));
    }
    return longest;
  }

  static int read(HistoryBlock block, int row, int maxLength) {
    return Math.min(maxLength, block.offsets()[row + 1] - block.offsets()[row]);
  }
}
