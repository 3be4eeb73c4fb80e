package io.aisle.ml.embedding;

import io.aisle.ml.data.SparseRows;

/**
 * Finds the pairs of a batch that are no negatives although they come from different rows: the item
 * of one row that the user of another has. What it does depends on the batch, not on the catalogue.
 * Batches are opened and closed by one thread; between both any thread may ask.
 */
final class BatchPositives {
  private final SparseRows owned;

  /** For each item one more than its last row in the batch, or 0. */
  private final int[] last;

  /** For each row one more than the row before it with the same item, or 0. */
  private int[] before = new int[0];

  BatchPositives(SparseRows owned) {
    this.owned = owned;
    this.last = new int[owned.columns()];
  }

  void open(PairBatch batch) {
    if (before.length < batch.rows()) {
      before = new int[batch.rows()];
    }
    for (int r = 0; r < batch.rows(); r++) {
      before[r] = last[batch.item()[r]];
      last[batch.item()[r]] = r + 1;
    }
  }

  void close(PairBatch batch) {
    for (int r = 0; r < batch.rows(); r++) {
      last[batch.item()[r]] = 0;
    }
  }

  /**
   * Overwrites the scores of a row's user with items that it has, save the row's own.
   *
   * @param from where the row's scores begin, one for each row of the batch
   */
  void overwrite(PairBatch batch, int row, float[] scores, int from, float value) {
    int user = batch.user()[row];
    for (int at = owned.offsets()[user]; at < owned.offsets()[user + 1]; at++) {
      for (int other = last[owned.column()[at]]; other > 0; other = before[other - 1]) {
        if (other - 1 != row) {
          scores[from + other - 1] = value;
        }
      }
    }
  }
}
