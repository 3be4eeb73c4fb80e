package io.aisle.ml.model;

import io.aisle.ml.data.SparseRows;
import java.util.Arrays;

/** Scores an item by the sum of the votes of the history: value times similarity. */
record VoteScorer(SparseRows votes) implements Scorer {
  @Override
  public int items() {
    return votes.rows();
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    int items = votes.rows();
    Arrays.fill(out, 0, block.size() * items, 0);
    int[] column = votes.column();
    float[] similarity = votes.value();
    for (int r = 0; r < block.size(); r++) {
      int base = r * items;
      for (int h = block.offsets()[r]; h < block.offsets()[r + 1]; h++) {
        int item = block.item()[h];
        float value = block.value()[h];
        for (int k = votes.offsets()[item]; k < votes.offsets()[item + 1]; k++) {
          out[base + column[k]] += value * similarity[k];
        }
      }
    }
  }

  @Override
  public boolean concurrent() {
    return true;
  }
}
