package io.aisle.ml.model;

import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.PackedMatrix;
import java.util.Optional;

/** Expects ratings: mean, both biases and the product of the factors. */
final class MfScorer implements Predictor {
  private final FactorTable items;
  private final RatingScale scale;
  private final FactorScorer.UserFactors users;
  private final FactorScorer ranking;

  /**
   * @param items the first number of a row is its bias
   * @param users the same
   */
  MfScorer(FactorTable items, RatingScale scale, FactorScorer.UserFactors users) {
    this.items = items;
    this.scale = scale;
    this.users = users;
    float[] factors = items.compact();
    float[] bias = new float[items.rows()];
    for (int i = 0; i < bias.length; i++) {
      // the user's bias meets a one, the item's is added to every product
      bias[i] = scale.mean() + factors[i * items.size()];
      factors[i * items.size()] = 1;
    }
    this.ranking =
        new FactorScorer(new PackedMatrix(factors, items.rows(), items.size(), bias), users);
  }

  @Override
  public Target target() {
    return Target.RATING;
  }

  @Override
  public void predict(HistoryBlock block, int[] item, long[] time, float[] out) {
    int size = items.size();
    float[] left = new float[block.size() * size];
    users.fill(block, left);
    for (int r = 0; r < block.size(); r++) {
      int at = items.at(item[r]);
      float product = FloatVectors.dot(left, r * size + 1, items.data(), at + 1, size - 1);
      out[r] = scale.within(scale.mean() + left[r * size] + items.data()[at] + product);
    }
  }

  @Override
  public int items() {
    return ranking.items();
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    ranking.scoreAll(block, out);
  }

  /** The factors without the bias. */
  @Override
  public Optional<ItemSpace> itemSpace() {
    int width = items.size() - 1;
    if (width == 0) {
      return Optional.empty();
    }
    float[] factors = new float[items.rows() * width];
    for (int i = 0; i < items.rows(); i++) {
      System.arraycopy(items.data(), items.at(i) + 1, factors, i * width, width);
    }
    return Optional.of(new ItemSpace.Vectors(items.rows(), width, factors));
  }

  @Override
  public boolean concurrent() {
    return true;
  }
}
