package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ModelParams;
import io.aisle.ml.data.Interactions;

/**
 * Makes trainers and scorers of one model.
 *
 * @param <P> its parameters
 */
public interface ModelFamily<P extends ModelParams> {
  /** A trainer that has seen nothing yet. */
  ModelTrainer trainer(P params, TrainingSpec training, Interactions train, Compute compute);

  /**
   * A scorer from saved weights.
   *
   * @param train what the weights were fitted on
   */
  Scorer load(P params, Weights weights, Interactions train, Compute compute);
}
