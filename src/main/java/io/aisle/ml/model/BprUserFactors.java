package io.aisle.ml.model;

import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
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
 * @param strength how often an item of the history takes part in the mean
 */
record BprUserFactors(
    Interactions train,
    FactorTable users,
    FactorTable items,
    float[] bias,
    float regularization,
    Strength strength)
    implements FactorScorer.UserFactors {
  private static final int STEPS = 2000;
  private static final int MAX_DRAWS = 16;
  private static final double FIRST_STEP = 0.5;

  @Override
  public void fill(HistoryBlock block, float[] out) {
    int size = users.size();
    SparseRows histories = strength.of(block, items.rows());
    for (int r = 0; r < block.size(); r++) {
      if (block.asTrained(r, train)) {
        System.arraycopy(users.data(), users.at(block.user()[r]), out, r * size, size);
      } else if (histories.length(r) > 0 && histories.length(r) < items.rows()) {
        int from = histories.offsets()[r];
        int to = histories.offsets()[r + 1];
        float[] folded =
            fold(
                Arrays.copyOfRange(histories.column(), from, to),
                new Turns(Arrays.copyOfRange(histories.value(), from, to)));
        System.arraycopy(folded, 0, out, r * size, size);
      }
    }
  }

  /** Whose turn it is in each step: everybody's as often as the weight says, in every order. */
  private record Turns(float[] weight) {
    /** Steps through the unit interval so that no place is missed (the golden section). */
    private static final double SHIFT = 0.6180339887498949;

    int[] of(int steps) {
      int count = weight.length;
      double sum = 0;
      for (float w : weight) {
        sum += w;
      }
      int[] turns = new int[steps];
      int at = 0;
      double reached = weight[0];
      for (int step = 0; step < steps; step++) {
        if (step % count == 0) {
          at = 0;
          reached = weight[0];
        }
        double offset = (0.5 + step / count * SHIFT) % 1;
        double wanted = (step % count + offset) / count * sum;
        while (at < count - 1 && wanted >= reached) {
          reached += weight[++at];
        }
        turns[step] = at;
      }
      return turns;
    }
  }

  /**
   * @param history distinct items, ascending
   * @return the factors, {@code [side]}
   */
  private float[] fold(int[] history, Turns turns) {
    int side = items.side();
    float[] p = new float[side];
    float[] mean = new float[side];
    SplittableRandom random = new SplittableRandom(history.length);
    int[] turn = turns.of(STEPS);
    int averaged = 0;
    for (int step = 0; step < STEPS; step++) {
      int item = history[turn[step]];
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
