package io.aisle.ml.neural;

import io.aisle.ml.data.SparseRows;
import io.aisle.ml.embedding.PairBatch;
import java.util.Arrays;

/**
 * Finds the pairs of a batch that are no negatives although they come from different rows: the item
 * of one row that the user of another has. What it does depends on the batch, not on the catalogue.
 * Confined to one thread.
 */
final class BatchPositives {
  private final SparseRows owned;

  /** For each item one more than its last row in the batch, or 0. */
  private final int[] last;

  private int[] before = new int[0];
  private long[] found = new long[256];

  BatchPositives(SparseRows owned) {
    this.owned = owned;
    this.last = new int[owned.columns()];
  }

  /** Flat indices {@code row * rows + other row} of such pairs. */
  long[] of(PairBatch batch) {
    int rows = batch.rows();
    if (before.length < rows) {
      before = new int[rows];
    }
    for (int r = 0; r < rows; r++) {
      before[r] = last[batch.item()[r]];
      last[batch.item()[r]] = r + 1;
    }
    int count = 0;
    for (int r = 0; r < rows; r++) {
      int user = batch.user()[r];
      for (int at = owned.offsets()[user]; at < owned.offsets()[user + 1]; at++) {
        for (int other = last[owned.column()[at]]; other > 0; other = before[other - 1]) {
          if (other - 1 != r) {
            if (count == found.length) {
              found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = (long) r * rows + other - 1;
          }
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      last[batch.item()[r]] = 0;
    }
    return Arrays.copyOf(found, count);
  }
}
