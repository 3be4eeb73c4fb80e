package io.aisle.ml.neural;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Every position of every sequence is trained on once, a window to a row, for networks that run
 * along a row and would carry one window into the next: windows of similar lengths share a batch,
 * whose rows start in the first column and are as long as its longest.
 *
 * @param batches indices of windows
 */
record WindowPlan(
    TrainingItems train, int maxLength, List<Window> windows, int[][] batches, Set<Field> reads)
    implements EpochPlan {
  /**
   * @param batchSize rows of {@code maxLength} positions that a batch has as many cells as
   */
  static WindowPlan of(
      TrainingItems train,
      int maxLength,
      int batchSize,
      Set<Field> reads,
      SplittableRandom random) {
    List<Window> windows = Window.cut(train.train(), maxLength, random);
    int[] length = windows.stream().mapToInt(Window::length).toArray();
    int cells = Math.multiplyExact(maxLength, batchSize);
    int[][] batches = SimilarLengths.batches(length, longest -> cells / longest, random);
    return new WindowPlan(train, maxLength, windows, batches, reads);
  }

  @Override
  public BatchData batch(int index) {
    int[] rows = batches[index];
    int longest = 0;
    for (int row : rows) {
      longest = Math.max(longest, windows.get(row).length());
    }
    RowCells cells = new RowCells(rows.length, longest, maxLength, 0);
    for (int r = 0; r < rows.length; r++) {
      cells.put(train, windows.get(rows[r]), r, 0);
    }
    return cells.everyTarget(reads);
  }

  @Override
  public int count() {
    return batches.length;
  }
}
