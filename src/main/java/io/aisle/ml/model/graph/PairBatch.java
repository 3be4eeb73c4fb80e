package io.aisle.ml.model.graph;

import io.aisle.domain.job.Parallel;
import io.aisle.ml.data.NegativeSampler;
import io.aisle.ml.data.RandomStreams;
import io.aisle.ml.kernel.FloatVectors;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A batch of positives with a negative each, and the gradient of {@code mean_b strength_b * -ln
 * sigma(s_ui - s_uj)} by the outputs of the nodes. The same for any number of threads: rows are
 * judged by themselves, and gradients are summed in the order of the rows, columns in parallel.
 */
final class PairBatch {
  /** Rows that share a generator. */
  private static final int GRAIN = 256;

  private final PairOrder order;
  private final NegativeSampler negatives;
  private final int side;
  private final Parallel parallel;
  private final int users;
  private final int[] negative;
  private final float[] gain;
  private final double[] losses;
  private int from;
  private int to;

  PairBatch(PairOrder order, NegativeSampler negatives, int capacity, int side, Parallel parallel) {
    this.order = order;
    this.negatives = negatives;
    this.side = side;
    this.parallel = parallel;
    this.users = order.users();
    this.negative = new int[capacity];
    this.gain = new float[capacity];
    this.losses = new double[capacity];
  }

  /**
   * Takes rows {@code start} to {@code end - 1} of the epoch's order, draws their negatives and
   * computes their losses.
   *
   * @param outputs {@code [nodes * side]}
   * @return sum of the losses
   */
  double take(int start, int end, float[] outputs, long seed, int epoch) {
    from = start;
    to = end;
    NegativeSampler.Scores scores =
        (user, item) ->
            FloatVectors.dot(outputs, user * side, outputs, (users + item) * side, side);
    parallel.forRange(
        0,
        end - start,
        GRAIN,
        (first, last, worker) -> {
          for (int piece = first; piece < last; piece += GRAIN) {
            judge(piece, Math.min(last, piece + GRAIN), scores, seed, epoch);
          }
        });
    double sum = 0;
    for (int row = 0; row < end - start; row++) {
      sum += losses[row];
    }
    return sum;
  }

  private void judge(int first, int last, NegativeSampler.Scores scores, long seed, int epoch) {
    SplittableRandom random = RandomStreams.of(seed, epoch, from + first);
    for (int row = first; row < last; row++) {
      int user = order.user(from + row);
      int other = negatives.draw(user, scores, random);
      negative[row] = other;
      losses[row] = 0;
      gain[row] = 0;
      if (other != NegativeSampler.NONE) {
        double margin = scores.of(user, order.item(from + row)) - scores.of(user, other);
        float strength = order.strength(from + row);
        // ln(1 + e^-x) without overflow
        losses[row] = strength * (Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin));
        gain[row] = (float) (strength / (1 + Math.exp(margin))) / (to - from);
      }
    }
  }

  /**
   * Adds up the gradient of the batch's mean loss.
   *
   * @param gradient {@code [nodes * side]} overwritten
   */
  void gradient(float[] outputs, float[] gradient) {
    int slice = FloatVectors.padded(Math.ceilDiv(side, parallel.threads()));
    Arrays.fill(gradient, 0);
    parallel.forRange(
        0,
        side,
        slice,
        (first, last, worker) -> {
          for (int row = 0; row < to - from; row++) {
            if (gain[row] != 0) {
              addRow(row, outputs, gradient, first, last - first);
            }
          }
        });
  }

  private void addRow(int row, float[] outputs, float[] gradient, int column, int length) {
    int u = order.user(from + row) * side + column;
    int i = (users + order.item(from + row)) * side + column;
    int j = (users + negative[row]) * side + column;
    FloatVectors.addScaled(-gain[row], outputs, i, gradient, u, length);
    FloatVectors.addScaled(gain[row], outputs, j, gradient, u, length);
    FloatVectors.addScaled(-gain[row], outputs, u, gradient, i, length);
    FloatVectors.addScaled(gain[row], outputs, u, gradient, j, length);
  }

  /**
   * How often each node stands in the batch.
   *
   * @param counts {@code [nodes]} overwritten
   */
  void count(int[] counts) {
    Arrays.fill(counts, 0);
    for (int row = 0; row < to - from; row++) {
      if (negative[row] != NegativeSampler.NONE) {
        counts[order.user(from + row)]++;
        counts[users + order.item(from + row)]++;
        counts[users + negative[row]]++;
      }
    }
  }
}
