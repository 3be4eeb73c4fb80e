package io.aisle.ml.model;

import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import java.util.Arrays;

/**
 * Counts what follows what in histories: an item that comes d places behind another, d being at
 * most {@code reach}, adds 1 / d to their count, times its weight.
 */
final class Transitions {
  private final int reach;
  private final Interactions train;
  private final boolean weighted;
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private float[] count = new float[1024];
  private int size;

  Transitions(int reach, Interactions train, boolean weighted) {
    this.reach = reach;
    this.train = train;
    this.weighted = weighted;
  }

  /** {@code [items, items]}, a row for each item that others follow. */
  SparseRows matrix() {
    int[] recent = new int[reach];
    for (int u = 0; u < train.users(); u++) {
      int seen = 0;
      for (int k = train.offsets()[u]; k < train.offsets()[u + 1]; k++) {
        float weight = weighted ? train.value()[k] : 1;
        if (weight > 0) {
          for (int d = 1; d <= Math.min(seen, reach); d++) {
            add(recent[(seen - d) % reach], train.item()[k], weight / d);
          }
          recent[seen++ % reach] = train.item()[k];
        }
      }
    }
    return SparseRows.ofCells(train.items(), size, from, to, count);
  }

  private void add(int before, int after, float weight) {
    if (size == from.length) {
      int more = size + (size >> 1);
      from = Arrays.copyOf(from, more);
      to = Arrays.copyOf(to, more);
      count = Arrays.copyOf(count, more);
    }
    from[size] = before;
    to[size] = after;
    count[size++] = weight;
  }
}
