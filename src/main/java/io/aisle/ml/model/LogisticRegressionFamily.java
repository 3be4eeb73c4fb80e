package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.LogisticRegressionParams;
import io.aisle.ml.data.FitData;
import java.util.Optional;

/**
 * Logistic regression on the ids of user and item, their attributes and the moment: log-odds are
 * the bias and one weight for each value, fitted by binary cross-entropy with row-wise Adam; a
 * factorisation machine without factors ({@link FmNetwork}). It tells how likely an interaction is,
 * but orders the items for everyone alike.
 *
 * <p>Tensors: {@code bias [1]} and for each field {@code embedding.<field> [rows, 1]}.
 */
public final class LogisticRegressionFamily implements ModelFamily<LogisticRegressionParams> {
  @Override
  public ModelTrainer trainer(
      LogisticRegressionParams params, TrainingSpec training, FitData data, Compute compute) {
    return FmFamily.trainer(
        PairSetup.predicting(data, 0), 0, params.negatives(), training, compute);
  }

  @Override
  public Scorer load(
      LogisticRegressionParams params, Weights weights, FitData data, Compute compute) {
    return FmFamily.load(PairSetup.predicting(data, 0), 0, weights, compute);
  }

  @Override
  public double work(LogisticRegressionParams params, FitData data) {
    return PairSetup.predicting(data, 0).cells(params.negatives());
  }

  @Override
  public Footprint footprint(
      LogisticRegressionParams params, TrainingSpec training, DataShape shape) {
    return PairSetup.footprint(shape, 1, 1, 0);
  }

  @Override
  public Optional<String> lacks(LogisticRegressionParams params, FitData data) {
    return PairSetup.predicting(data, 0).lacks();
  }
}
