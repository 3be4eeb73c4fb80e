package io.aisle.ml.model;

import io.aisle.ml.kernel.FloatVectors;
import java.util.Arrays;

/**
 * Adds up the weight rows of a history.
 *
 * @param weights {@code [items * items]} row-major; shared
 */
record EaseScorer(int items, float[] weights) implements Scorer {
  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    Arrays.fill(out, 0, block.size() * items, 0);
    for (int r = 0; r < block.size(); r++) {
      int[] history = Arrays.copyOfRange(block.item(), block.offsets()[r], block.offsets()[r + 1]);
      Arrays.sort(history);
      for (int h = 0; h < history.length; h++) {
        if (h == 0 || history[h] != history[h - 1]) {
          FloatVectors.addScaled(1, weights, history[h] * items, out, r * items, items);
        }
      }
    }
  }

  @Override
  public boolean concurrent() {
    return true;
  }
}
