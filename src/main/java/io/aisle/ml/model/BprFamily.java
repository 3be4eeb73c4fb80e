package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.BprParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.kernel.PackedMatrix;

/**
 * Bayesian personalised ranking of matrix factors (Rendle and others, 2009): stochastic gradient
 * descent on {@code -ln sigma(s_ui - s_uj)} with {@code s_ui = p_u . q_i + b_i}, one step for each
 * interaction (u, i) of an epoch, with an item j that u does not have, drawn uniformly; each step
 * also shrinks what it touches by learning rate times regularization. Values and repetitions do not
 * count. One seed gives one result for any number of threads ({@link BprStrata}). {@code batchSize}
 * has no meaning here: every step counts at once. Strangers and edited histories are folded in
 * ({@link BprUserFactors}).
 *
 * <p>Tensors: {@code user_factors [users, embeddingSize]}, {@code item_factors [items,
 * embeddingSize]}, {@code item_bias [items]}.
 */
public final class BprFamily implements ModelFamily<BprParams> {
  static final String USERS = "user_factors";
  static final String ITEMS = "item_factors";
  static final String BIAS = "item_bias";

  @Override
  public ModelTrainer trainer(
      BprParams params, TrainingSpec training, Interactions train, Compute compute) {
    return new BprTrainer(params, training, train, compute);
  }

  @Override
  public Scorer load(BprParams params, Weights weights, Interactions train, Compute compute) {
    int size = params.embeddingSize();
    FactorTable users = FactorTable.of(weights.values(USERS, train.users(), size), size);
    FactorTable items = FactorTable.of(weights.values(ITEMS, train.items(), size), size);
    return scorer(params, users, items, weights.values(BIAS, train.items()), train);
  }

  static Scorer scorer(
      BprParams params, FactorTable users, FactorTable items, float[] bias, Interactions train) {
    PackedMatrix packed = new PackedMatrix(items.compact(), items.rows(), items.size(), bias);
    BprUserFactors factors =
        new BprUserFactors(train, users, items, bias, (float) params.regularization());
    return new FactorScorer(packed, factors);
  }
}
