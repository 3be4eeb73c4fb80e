package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ModelParams;
import io.aisle.ml.data.FitData;
import java.util.Optional;

/**
 * Makes trainers and scorers of one model.
 *
 * @param <P> its parameters
 */
public interface ModelFamily<P extends ModelParams> {
  /** A trainer that has seen nothing yet. */
  ModelTrainer trainer(P params, TrainingSpec training, FitData data, Compute compute);

  /**
   * A scorer from saved weights.
   *
   * @param data what the weights were fitted on
   */
  Scorer load(P params, Weights weights, FitData data, Compute compute);

  /**
   * Arithmetic of one epoch in a unit of the model's own: a forecast measures an epoch over a part
   * of the data and scales it by the ratio of both.
   */
  double work(P params, FitData data);

  /** The same for models whose work depends on the training too, such as on the size of a batch. */
  default double work(P params, TrainingSpec training, FitData data) {
    return work(params, data);
  }

  /** Memory for a training on data of a shape. */
  Footprint footprint(P params, TrainingSpec training, DataShape shape);

  /**
   * What the data lack for this model, as a sentence with the way out; looked at before a training
   * starts.
   */
  default Optional<String> lacks(P params, FitData data) {
    return Optional.empty();
  }
}
