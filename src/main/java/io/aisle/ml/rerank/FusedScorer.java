package io.aisle.ml.rerank;

import io.aisle.domain.experiment.FusionSpec.Method;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.metric.TopK;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import java.util.Arrays;
import java.util.List;

/**
 * Several models as one. By rank: the sum of {@code weight / (60 + rank)} over the models (Cormack,
 * Clarke and Buettcher, SIGIR 2009), with ranks from 1 among the first {@value #DEPTH}; what a
 * model ranks behind gets nothing from it. By score: the sum of {@code weight * (score - mean) /
 * deviation}, with mean and deviation over the items of one user. The weights are brought to a sum
 * of 1. Does not own the models.
 */
public final class FusedScorer implements Scorer {
  private static final int DEPTH = 1000;
  private static final double K = 60;

  private final List<Scorer> models;
  private final double[] weights;
  private final Method method;
  private final boolean skipsHistory;
  private final TieBreak ties;

  /**
   * @param weights one for each model, not negative, at least one above 0
   * @param skipsHistory whether items of the history will not be listed, so that they take no rank
   *     and count for no mean
   */
  public FusedScorer(
      List<Scorer> models,
      List<Double> weights,
      Method method,
      boolean skipsHistory,
      TieBreak ties) {
    this.models = List.copyOf(models);
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    this.weights = weights.stream().mapToDouble(weight -> weight / sum).toArray();
    this.method = method;
    this.skipsHistory = skipsHistory;
    this.ties = ties;
  }

  @Override
  public int items() {
    return models.getFirst().items();
  }

  @Override
  public boolean concurrent() {
    return models.stream().allMatch(Scorer::concurrent);
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    Arrays.fill(out, 0);
    for (int model = 0; model < models.size(); model++) {
      if (weights[model] > 0) {
        float[] part = contribution(model, block);
        for (int at = 0; at < out.length; at++) {
          out[at] += (float) (weights[model] * part[at]);
        }
      }
    }
  }

  /**
   * What one model adds before it is weighted.
   *
   * @return {@code [block.size() * items()]} row-major
   */
  public float[] contribution(int model, HistoryBlock block) {
    int items = items();
    float[] scores = new float[block.size() * items];
    models.get(model).scoreAll(block, scores);
    TopK top = method == Method.RANK ? new TopK(Math.min(DEPTH, items), ties) : null;
    for (int row = 0; row < block.size(); row++) {
      boolean[] left = left(block, row, items);
      if (top == null) {
        standardise(scores, row * items, left);
      } else {
        rank(scores, row * items, left, top);
      }
    }
    return scores;
  }

  private boolean[] left(HistoryBlock block, int row, int items) {
    boolean[] left = new boolean[items];
    if (skipsHistory) {
      for (int at = block.offsets()[row]; at < block.offsets()[row + 1]; at++) {
        left[block.item()[at]] = true;
      }
    }
    return left;
  }

  private static void rank(float[] scores, int row, boolean[] left, TopK top) {
    for (int item = 0; item < left.length; item++) {
      if (left[item]) {
        scores[row + item] = Float.NEGATIVE_INFINITY;
      }
    }
    int length = top.select(scores, row, left.length);
    Arrays.fill(scores, row, row + left.length, 0);
    for (int rank = 0; rank < length; rank++) {
      scores[row + top.item(rank)] = (float) (1 / (K + rank + 1));
    }
  }

  private static void standardise(float[] scores, int row, boolean[] left) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int item = 0; item < left.length; item++) {
      if (!left[item]) {
        double score = scores[row + item];
        sum += score;
        squares += score * score;
        count++;
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    double variance = count == 0 ? 0 : squares / count - mean * mean;
    // a model without an opinion on this user says nothing
    double scale = variance > 1e-20 * Math.max(1, mean * mean) ? 1 / Math.sqrt(variance) : 0;
    for (int item = 0; item < left.length; item++) {
      scores[row + item] = (float) ((scores[row + item] - mean) * scale);
    }
  }
}
