package io.aisle.ml.neural;

import io.aisle.ml.data.Interactions;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Each prefix of a sequence is a row, in the last columns, with one target. As many rows as
 * targets, so only their windows are kept.
 *
 * @param target index of each row's target among the interactions
 * @param length items of each row
 * @param batches indices of rows
 */
record PrefixPlan(
    TrainingItems train,
    Columns columns,
    Set<Field> reads,
    int[] target,
    int[] length,
    int[][] batches)
    implements EpochPlan {
  /**
   * How wide the rows are.
   *
   * @param longest items of a row, the newest
   * @param fixed whether all rows are of that length; else prefixes of similar lengths share a
   *     batch, whose rows are as long as its longest
   * @param padding item before what is shorter than its row
   */
  record Columns(int longest, boolean fixed, int padding) {}

  /**
   * @param batchSize rows per batch
   */
  static PrefixPlan of(
      TrainingItems items,
      Columns columns,
      int batchSize,
      Set<Field> reads,
      SplittableRandom random) {
    Interactions train = items.train();
    int[] target = new int[train.size() - train.activeUsers()];
    int[] length = new int[target.length];
    int count = 0;
    for (int u = 0; u < train.users(); u++) {
      int first = train.offsets()[u];
      for (int at = first + 1; at < train.offsets()[u + 1]; at++) {
        target[count] = at;
        length[count++] = Math.min(columns.longest, at - first);
      }
    }
    int[] sorted = columns.fixed ? new int[length.length] : length;
    int[][] batches = SimilarLengths.batches(sorted, longest -> batchSize, random);
    return new PrefixPlan(items, columns, reads, target, length, batches);
  }

  @Override
  public BatchData batch(int index) {
    int[] rows = batches[index];
    int longest = columns.fixed ? columns.longest : 1;
    for (int row : rows) {
      longest = Math.max(longest, length[row]);
    }
    RowCells cells = new RowCells(rows.length, longest, columns.longest, columns.padding);
    for (int r = 0; r < rows.length; r++) {
      int start = target[rows[r]] - length[rows[r]];
      cells.putLast(train, new Window(start, length[rows[r]]), r);
    }
    return cells.newestTarget(reads);
  }

  @Override
  public int count() {
    return batches.length;
  }
}
