package io.aisle.ml.neural;

import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Each prefix of a sequence is a row, in the last columns, with one target. As many rows as
 * targets, so only their order is kept.
 *
 * @param order indices of the targets among the interactions
 */
record PrefixPlan(Interactions train, int length, int[] order) implements EpochPlan {
  static PrefixPlan of(Interactions train, int maxLength, SplittableRandom random) {
    int[] order = new int[train.size()];
    int count = 0;
    for (int u = 0; u < train.users(); u++) {
      for (int target = train.offsets()[u] + 1; target < train.offsets()[u + 1]; target++) {
        int place = random.nextInt(count + 1);
        order[count++] = order[place];
        order[place] = target;
      }
    }
    return new PrefixPlan(train, maxLength, Arrays.copyOf(order, count));
  }

  @Override
  public int rows() {
    return order.length;
  }

  @Override
  public void write(int row, RowCells cells, int at) {
    int target = order[row];
    int start = Math.max(firstOf(target), target - length);
    cells.putLast(train, new Window(start, target - start), at);
  }

  /** The first interaction of the user to whom an interaction belongs. */
  private int firstOf(int interaction) {
    int low = 0;
    int high = train.users() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (train.offsets()[middle] <= interaction) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return train.offsets()[low];
  }
}
