package io.aisle.ml.neural;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Every position of every sequence is trained on once: windows of {@code length} targets, cut at a
 * place that changes from epoch to epoch, short ones in shared rows.
 *
 * @param packed the windows of each row
 * @param batchSize rows per batch
 */
record PackedPlan(
    TrainingItems train, int length, List<List<Window>> packed, int batchSize, Set<Field> reads)
    implements EpochPlan {
  static PackedPlan of(
      TrainingItems train,
      int maxLength,
      int batchSize,
      Set<Field> reads,
      SplittableRandom random) {
    List<Window> windows = Window.cut(train.train(), maxLength, random);
    return new PackedPlan(
        train, maxLength, PackedRows.of(windows, maxLength, random), batchSize, reads);
  }

  @Override
  public int count() {
    return Math.ceilDiv(packed.size(), batchSize);
  }

  @Override
  public BatchData batch(int index) {
    List<List<Window>> rows =
        packed.subList(index * batchSize, Math.min(packed.size(), (index + 1) * batchSize));
    RowCells cells = new RowCells(rows.size(), length);
    for (int row = 0; row < rows.size(); row++) {
      int column = 0;
      for (Window window : rows.get(row)) {
        cells.put(train, window, row, column);
        column += window.length();
      }
    }
    return cells.everyTarget(reads);
  }
}
