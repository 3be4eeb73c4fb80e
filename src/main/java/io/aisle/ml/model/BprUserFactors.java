package io.aisle.ml.model;

import io.aisle.ml.data.Interactions;
import io.aisle.ml.kernel.PairwiseStep;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The trained factors of users whose history is the one trained on. All others get the factors that
 * training would settle at with the items held fixed: where the expected step of BPR is zero,
 * {@code mean_ij sigma(s_j - s_i) (q_i - q_j) = regularization * p}, over the items i of the
 * history and all others j. That is the only optimum of a strictly concave function, so it depends
 * on the history alone; it is approached from 0 by steps of falling size (Robbins and Monro, 1951)
 * and the mean of the later ones (Polyak and Juditsky, 1992), with draws seeded by the history's
 * length.
 *
 * @param bias {@code [items]}
 */
record BprUserFactors(
    Interactions train, FactorTable users, FactorTable items, float[] bias, float regularization)
    implements FactorScorer.UserFactors {
  private static final int STEPS = 2000;
  private static final int MAX_DRAWS = 16;
  private static final double FIRST_STEP = 0.5;

  @Override
  public void fill(HistoryBlock block, float[] out) {
    int size = users.size();
    for (int r = 0; r < block.size(); r++) {
      if (block.asTrained(r, train)) {
        System.arraycopy(users.data(), users.at(block.user()[r]), out, r * size, size);
      } else {
        int[] history =
            Arrays.stream(block.item(), block.offsets()[r], block.offsets()[r + 1])
                .sorted()
                .distinct()
                .toArray();
        if (history.length > 0 && history.length < items.rows()) {
          System.arraycopy(fold(history), 0, out, r * size, size);
        }
      }
    }
  }

  /**
   * @param history distinct items, ascending
   * @return the factors, {@code [side]}
   */
  private float[] fold(int[] history) {
    int side = items.side();
    float[] p = new float[side];
    float[] mean = new float[side];
    SplittableRandom random = new SplittableRandom(history.length);
    int averaged = 0;
    for (int step = 0; step < STEPS; step++) {
      int item = history[step % history.length];
      int other = negative(history, random);
      if (other < 0) {
        continue;
      }
      int i = items.at(item);
      int j = items.at(other);
      float margin = PairwiseStep.margin(p, 0, items.data(), i, j, side) + bias[item] - bias[other];
      double rate = FIRST_STEP / (1 + step * 20.0 / STEPS);
      float gain = (float) (rate / (1 + Math.exp(margin)));
      PairwiseStep.moveUser(
          p, 0, items.data(), i, j, side, gain, (float) (1 - rate * regularization));
      if (step >= STEPS / 2) {
        averaged++;
        for (int k = 0; k < side; k++) {
          mean[k] += (p[k] - mean[k]) / averaged;
        }
      }
    }
    return mean;
  }

  private int negative(int[] history, SplittableRandom random) {
    for (int draw = 0; draw < MAX_DRAWS; draw++) {
      int item = random.nextInt(items.rows());
      if (Arrays.binarySearch(history, item) < 0) {
        return item;
      }
    }
    return -1;
  }
}
