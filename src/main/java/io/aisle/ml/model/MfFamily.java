package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.MfParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import java.util.Optional;

/**
 * Biased matrix factorisation for ratings (Koren, Bell and Volinsky, 2009): minimises {@code
 * sum_(u,i) (r_ui - mu - b_u - b_i - q_i . p_u)^2 + lambda (b_u^2 + b_i^2 + |p_u|^2 + |q_i|^2)}
 * over the ratings that are there, mu being their mean, so that lambda counts once for each rating
 * of a row (Zhou and others, 2008). One epoch solves all items, then all users, exactly, each with
 * its bias; a stranger or an edited history is folded in by the same formula. Of several ratings of
 * one item by one user the last counts. Items are ranked by the rating that is expected.
 *
 * <p>Tensors: {@code user_factors [users, 1 + embeddingSize]} and {@code item_factors [items, 1 +
 * embeddingSize]}, the first number of a row being its bias; {@code scale [3]} the mean, the lowest
 * and the highest rating.
 */
public final class MfFamily implements ModelFamily<MfParams> {
  static final String SCALE = "scale";

  @Override
  public ModelTrainer trainer(
      MfParams params, TrainingSpec training, FitData data, Compute compute) {
    return new MfTrainer(params, data.train(), compute);
  }

  @Override
  public Scorer load(MfParams params, Weights weights, FitData data, Compute compute) {
    Interactions train = data.train();
    Factors factors = Factors.of(weights, train, params.embeddingSize() + 1);
    return scorer(params, factors, RatingScale.of(weights.values(SCALE, 3)), train);
  }

  @Override
  public double work(MfParams params, FitData data) {
    Interactions train = data.train();
    double f = params.embeddingSize() + 1.0;
    return train.size() * f * f + (train.activeUsers() + train.items()) * f * f * f / 3;
  }

  @Override
  public Footprint footprint(MfParams params, TrainingSpec training, DataShape shape) {
    return new Footprint(
        24.0 * (shape.users() + shape.items()) * (params.embeddingSize() + 1.0)
            + 24.0 * shape.interactions(),
        0);
  }

  @Override
  public Optional<String> lacks(MfParams params, FitData data) {
    if (data.weighted()) {
      return Optional.of(
          "mf predicts ratings, but the values are weights of kinds of events; take the weights"
              + " away, or a model for implicit feedback such as als");
    }
    RatingScale scale = RatingScale.of(data.train());
    return scale.low() < scale.high()
        ? Optional.empty()
        : Optional.of(
            "mf predicts ratings, but all values are equal; name the column of the ratings"
                + " (columns.value), or take a model for implicit feedback such as als");
  }

  static Scorer scorer(MfParams params, Factors factors, RatingScale scale, Interactions train) {
    MfSolver solver = new MfSolver(params, factors.items(), scale.mean());
    return new MfScorer(
        factors.items(),
        scale,
        new FoldedUsers(train, factors.users(), MfSolver::ratings, solver::folding));
  }
}
