package io.aisle.ml.embedding;

import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.NegativeSampler;
import io.aisle.ml.data.SparseRows;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The interactions of a training as batches. With labels each interaction is one row with its own
 * item; else the positive ones are, each followed by drawn negatives. Immutable, thread-safe.
 */
public final class Pairs {
  private final Interactions train;
  private final double positiveFrom;
  private final int negatives;
  private final int[] userOf;
  private final int[] positions;
  private final NegativeSampler sampler;

  /** Mean strength of the positives, or 0 where all count alike. */
  private final float meanStrength;

  /**
   * @param labelled whether every interaction counts with its label; else the positive ones do
   * @param negatives drawn for each positive; may be 0
   * @param owned what each user has, which is never drawn
   */
  public Pairs(
      FitData data, boolean labelled, int negatives, NegativeSampling sampling, SparseRows owned) {
    this.train = data.train();
    // a strength of 0 or below is no interaction
    this.positiveFrom =
        data.positiveFrom().orElse(data.weighted() ? Float.MIN_VALUE : Double.NEGATIVE_INFINITY);
    this.negatives = negatives;
    this.userOf = new int[train.size()];
    for (int u = 0; u < train.users(); u++) {
      Arrays.fill(userOf, train.offsets()[u], train.offsets()[u + 1], u);
    }
    this.positions =
        IntStream.range(0, train.size()).filter(at -> labelled || isPositive(at)).toArray();
    this.meanStrength =
        data.weighted() && !labelled
            ? (float)
                IntStream.of(positions).mapToDouble(at -> train.value()[at]).average().orElse(0)
            : 0;
    this.sampler = negatives == 0 ? null : NegativeSampler.of(sampling, owned);
  }

  private boolean isPositive(int position) {
    return train.value()[position] >= positiveFrom;
  }

  /** Rows of an epoch. */
  public int size() {
    return positions.length;
  }

  /** Candidates of a row. */
  public int candidates() {
    return sampler == null ? 1 : 1 + negatives * sampler.candidates();
  }

  /** The rows of an epoch in a random order, as positions in the training interactions. */
  public int[] order(SplittableRandom random) {
    int[] order = positions.clone();
    for (int last = order.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int moved = order[last];
      order[last] = order[other];
      order[other] = moved;
    }
    return order;
  }

  /** Rows {@code from} to {@code to - 1} of an order, with fresh negatives. */
  public PairBatch batch(int[] order, int from, int to, SplittableRandom random) {
    int rows = to - from;
    int[] position = Arrays.copyOfRange(order, from, to);
    int[] user = new int[rows];
    int[] wanted = new int[rows];
    float[] label = new float[rows];
    float[] weight = new float[rows];
    for (int r = 0; r < rows; r++) {
      user[r] = userOf[position[r]];
      wanted[r] = train.item()[position[r]];
      label[r] = isPositive(position[r]) ? 1 : 0;
      weight[r] = meanStrength == 0 ? 1 : train.value()[position[r]] / meanStrength;
    }
    if (sampler == null) {
      return new PairBatch(rows, 1, 1, position, user, wanted, label, weight);
    }
    int drawn = candidates() - 1;
    int[] draws = new int[rows * drawn];
    sampler.fill(user, wanted, drawn, random, draws);
    int[] item = new int[rows * (1 + drawn)];
    for (int r = 0; r < rows; r++) {
      item[r * (1 + drawn)] = wanted[r];
      System.arraycopy(draws, r * drawn, item, r * (1 + drawn) + 1, drawn);
    }
    return new PairBatch(
        rows, 1 + drawn, sampler.candidates(), position, user, item, label, weight);
  }
}
