package io.aisle.ml.model;

import io.aisle.ml.data.SparseRows;
import java.util.Arrays;
import java.util.Optional;

/**
 * Scores an item by the sum of the votes of the history: strength times weight of the vote.
 *
 * @param votes {@code [items, items]} what each item of a history votes for
 * @param strength what an item of the history counts
 */
record VoteScorer(SparseRows votes, Strength strength) implements Scorer {
  @Override
  public int items() {
    return votes.rows();
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    int items = votes.rows();
    Arrays.fill(out, 0, block.size() * items, 0);
    SparseRows histories = strength.of(block, items);
    for (int r = 0; r < block.size(); r++) {
      for (int h = histories.offsets()[r]; h < histories.offsets()[r + 1]; h++) {
        add(histories.column()[h], histories.value()[h], out, r * items);
      }
    }
  }

  private void add(int item, float value, float[] out, int base) {
    int[] column = votes.column();
    float[] weight = votes.value();
    for (int k = votes.offsets()[item]; k < votes.offsets()[item + 1]; k++) {
      out[base + column[k]] += value * weight[k];
    }
  }

  @Override
  public Optional<double[]> contributions(HistoryBlock one, int item) {
    return Optional.of(Shares.of(one, strength, (from, value) -> value * vote(from, item)));
  }

  @Override
  public Optional<ItemSpace> itemSpace() {
    return Optional.of(new ItemSpace.Links(items(), (item, out) -> add(item, 1, out, 0)));
  }

  private float vote(int from, int item) {
    int at =
        Arrays.binarySearch(votes.column(), votes.offsets()[from], votes.offsets()[from + 1], item);
    return at < 0 ? 0 : votes.value()[at];
  }

  @Override
  public boolean concurrent() {
    return true;
  }
}
