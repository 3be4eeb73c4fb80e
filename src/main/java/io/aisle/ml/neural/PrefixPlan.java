package io.aisle.ml.neural;

import io.aisle.ml.data.Interactions;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Each prefix of a sequence is a row, in the last columns, with one target. As many rows as
 * targets, so only their windows are kept; prefixes of similar lengths share a batch, whose rows
 * are no longer than its longest.
 */
final class PrefixPlan implements EpochPlan {
  private final TrainingItems train;
  private final Set<Field> reads;
  private final int[] target;
  private final int[] length;
  private final int[][] batches;

  private PrefixPlan(
      TrainingItems train, Set<Field> reads, int[] target, int[] length, int[][] batches) {
    this.train = train;
    this.reads = reads;
    this.target = target;
    this.length = length;
    this.batches = batches;
  }

  static PrefixPlan of(
      TrainingItems items,
      int maxLength,
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
        length[count++] = Math.min(maxLength, at - first);
      }
    }
    return new PrefixPlan(
        items, reads, target, length, SimilarLengths.batches(length, batchSize, random));
  }

  @Override
  public int batches() {
    return batches.length;
  }

  @Override
  public BatchData batch(int index) {
    int[] rows = batches[index];
    int longest = 0;
    for (int row : rows) {
      longest = Math.max(longest, length[row]);
    }
    RowCells cells = new RowCells(rows.length, longest);
    for (int r = 0; r < rows.length; r++) {
      int start = target[rows[r]] - length[rows[r]];
      cells.putLast(train, new Window(start, length[rows[r]]), r);
    }
    return cells.newestTarget(reads);
  }
}
