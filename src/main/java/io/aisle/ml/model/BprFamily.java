package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.BprParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.kernel.PackedMatrix;

/**
 * Bayesian personalised ranking of matrix factors (Rendle and others, 2009): stochastic gradient
 * descent on {@code -ln sigma(s_ui - s_uj)} with {@code s_ui = p_u . q_i + b_i}, one step for each
 * interaction (u, i) of an epoch, with an item j that u does not have, drawn as the training says
 * ({@link io.aisle.ml.data.NegativeSampler}); each step also shrinks what it touches by learning
 * rate times regularization. Values and repetitions do not count, unless they are strengths of
 * behaviours: then a step is as much longer as the cell's sum of strengths is larger than the mean
 * of all cells. One seed gives one result for any number of threads ({@link BprStrata}). {@code
 * batchSize} has no meaning here: every step counts at once. Strangers and edited histories are
 * folded in ({@link BprUserFactors}).
 *
 * <p>Tensors: {@code user_factors [users, embeddingSize]}, {@code item_factors [items,
 * embeddingSize]}, {@code item_bias [items]}.
 */
public final class BprFamily implements ModelFamily<BprParams> {
  /** Cells by user, and once more in the blocks of an epoch. */
  private static final double CELL_BYTES = 20;

  static final String BIAS = "item_bias";

  @Override
  public ModelTrainer trainer(
      BprParams params, TrainingSpec training, FitData data, Compute compute) {
    return new BprTrainer(params, training, data, compute);
  }

  @Override
  public Scorer load(BprParams params, Weights weights, FitData data, Compute compute) {
    Interactions train = data.train();
    Factors factors = Factors.of(weights, train, params.embeddingSize());
    return scorer(params, factors, weights.values(BIAS, train.items()), train, Strength.of(data));
  }

  @Override
  public double work(BprParams params, FitData data) {
    return (double) data.train().size() * params.embeddingSize();
  }

  @Override
  public Footprint footprint(BprParams params, TrainingSpec training, DataShape shape) {
    double factors = 24.0 * (shape.users() + shape.items()) * (params.embeddingSize() + 1.0);
    return new Footprint(factors + CELL_BYTES * shape.interactions(), 0);
  }

  static Scorer scorer(
      BprParams params, Factors factors, float[] bias, Interactions train, Strength strength) {
    FactorTable items = factors.items();
    PackedMatrix packed = new PackedMatrix(items.compact(), items.rows(), items.size(), bias);
    return new FactorScorer(
        packed,
        new BprUserFactors(
            train, factors.users(), items, bias, (float) params.regularization(), strength));
  }
}
