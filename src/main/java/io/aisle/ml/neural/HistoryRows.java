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
    int longest = 1;
    for (int r = from; r < to; r++) {
      longest = Math.max(longest, read(block, r, maxLength));
    }
    RowCells cells = new RowCells(to - from, longest);
    for (int r = from; r < to; r++) {
      int count = read(block, r, maxLength);
      cells.put(block.item(), block.offsets()[r + 1] - count, count, r - from, longest - count);
    }
    return cells.history(reads);
  }

  private static int read(HistoryBlock block, int row, int maxLength) {
    return Math.min(maxLength, block.offsets()[row + 1] - block.offsets()[row]);
  }
}
