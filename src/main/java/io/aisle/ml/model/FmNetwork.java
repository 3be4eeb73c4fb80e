package io.aisle.ml.model;

import io.aisle.domain.job.Parallel;
import io.aisle.ml.embedding.LogisticLoss;
import io.aisle.ml.embedding.PairBatch;
import io.aisle.ml.kernel.FloatVectors;
import java.util.Arrays;
import java.util.Map;

/**
 * The scores of a factorisation machine of second order (Rendle, 2010) and their gradients: {@code
 * w0 + sum_f w_f + sum_{f<g} v_f . v_g} over the fields of user and item, where a cell holds the
 * factors v of a field and behind them its weight w. The sum over pairs is half of {@code |sum_f
 * v_f|^2 - sum_f |v_f|^2}. Without factors this is logistic regression.
 */
final class FmNetwork implements PairNetwork {
  private static final int GRAIN = 64;

  private final int userFields;
  private final int itemFields;
  private final int factors;
  private final int width;
  private final Parallel parallel;

  /** Sums of a row's user and item cells for each candidate. */
  private float[] totals = new float[0];

  FmNetwork(int userFields, int itemFields, int factors, Parallel parallel) {
    this.userFields = userFields;
    this.itemFields = itemFields;
    this.factors = factors;
    this.width = factors + 1;
    this.parallel = parallel;
  }

  @Override
  public DenseLayout layout() {
    return new Bias();
  }

  /** The one number w0, which starts at 0. */
  private static final class Bias implements DenseLayout {
    private static final String NAME = "bias";

    @Override
    public int size() {
      return 1;
    }

    @Override
    public float[] initial(long seed) {
      return new float[1];
    }

    @Override
    public Weights export(float[] values, Map<String, String> notes) {
      return new Weights(Map.of(NAME, Tensor.of(values.clone(), 1)), notes);
    }

    @Override
    public float[] values(Weights weights) {
      return weights.values(NAME, 1).clone();
    }
  }

  @Override
  public Loss backward(Input input, Gradients gradients) {
    PairBatch batch = input.batch();
    int cells = batch.rows() * batch.candidates();
    if (totals.length < cells * width) {
      totals = new float[cells * width];
    }
    float[] scores = new float[cells];
    parallel.forRange(
        0, batch.rows(), GRAIN, (from, to, worker) -> forward(input, from, to, scores));
    LogisticLoss loss = LogisticLoss.of(batch, scores);
    parallel.forRange(
        0,
        batch.rows(),
        GRAIN,
        (from, to, worker) -> backward(input, from, to, loss.gradient(), gradients));
    float bias = 0;
    for (float gradient : loss.gradient()) {
      bias += gradient;
    }
    gradients.dense()[0] = bias;
    return new Loss(loss.sum(), loss.count());
  }

  private void forward(Input input, int from, int to, float[] scores) {
    int candidates = input.batch().candidates();
    float[] user = new float[width];
    float[] item = new float[width];
    for (int r = from; r < to; r++) {
      float own = sum(input.users(), r * userFields * width, userFields, user);
      for (int c = r * candidates; c < (r + 1) * candidates; c++) {
        float other = sum(input.items(), c * itemFields * width, itemFields, item);
        for (int k = 0; k < width; k++) {
          totals[c * width + k] = user[k] + item[k];
        }
        scores[c] = input.dense()[0] + own + other + FloatVectors.dot(user, 0, item, 0, factors);
      }
    }
  }

  /**
   * Sums some cells.
   *
   * @param at where the first starts
   * @param into {@code [width]} takes the sum
   * @return what they score among themselves: their weights and the products of their pairs
   */
  float sum(float[] cells, int at, int fields, float[] into) {
    Arrays.fill(into, 0);
    float squares = 0;
    for (int f = 0; f < fields; f++) {
      int cell = at + f * width;
      FloatVectors.addScaled(1, cells, cell, into, 0, width);
      squares += FloatVectors.dot(cells, cell, cells, cell, factors);
    }
    return into[factors] + (FloatVectors.dot(into, 0, into, 0, factors) - squares) / 2;
  }

  private void backward(Input input, int from, int to, float[] slopes, Gradients gradients) {
    int candidates = input.batch().candidates();
    float[] pull = new float[width];
    for (int r = from; r < to; r++) {
      Arrays.fill(pull, 0);
      float all = 0;
      for (int c = r * candidates; c < (r + 1) * candidates; c++) {
        FloatVectors.addScaled(slopes[c], totals, c * width, pull, 0, factors);
        all += slopes[c];
        for (int f = 0; f < itemFields; f++) {
          int cell = (c * itemFields + f) * width;
          FloatVectors.scale(slopes[c], totals, c * width, gradients.items(), cell, factors);
          FloatVectors.addScaled(-slopes[c], input.items(), cell, gradients.items(), cell, factors);
          gradients.items()[cell + factors] = slopes[c];
        }
      }
      for (int f = 0; f < userFields; f++) {
        int cell = (r * userFields + f) * width;
        System.arraycopy(pull, 0, gradients.users(), cell, factors);
        FloatVectors.addScaled(-all, input.users(), cell, gradients.users(), cell, factors);
        gradients.users()[cell + factors] = all;
      }
    }
  }
}
