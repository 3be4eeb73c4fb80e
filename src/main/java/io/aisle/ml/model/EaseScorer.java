package io.aisle.ml.model;

import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.FloatVectors;
import java.util.Arrays;
import java.util.Optional;

/**
 * Adds up the weight rows of a history.
 *
 * @param weights {@code [items * items]} row-major; shared
 * @param strength what an item of the history counts
 */
record EaseScorer(int items, float[] weights, Strength strength) implements Scorer {
  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    Arrays.fill(out, 0, block.size() * items, 0);
    SparseRows histories = strength.of(block, items);
    for (int r = 0; r < block.size(); r++) {
      for (int h = histories.offsets()[r]; h < histories.offsets()[r + 1]; h++) {
        int at = histories.column()[h] * items;
        FloatVectors.addScaled(histories.value()[h], weights, at, out, r * items, items);
      }
    }
  }

  @Override
  public Optional<double[]> contributions(HistoryBlock one, int item) {
    return Optional.of(
        Shares.of(one, strength, (from, value) -> value * weights[from * items + item]));
  }

  @Override
  public Optional<ItemSpace> itemSpace() {
    return Optional.of(
        new ItemSpace.Links(
            items, (item, out) -> System.arraycopy(weights, item * items, out, 0, items)));
  }

  @Override
  public boolean concurrent() {
    return true;
  }
}
