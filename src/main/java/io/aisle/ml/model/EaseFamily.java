package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.EaseParams;
import io.aisle.ml.data.Interactions;

/** To be filled within the hour by its builder; the name is fixed. */
public final class EaseFamily implements ModelFamily<EaseParams> {
  @Override
  public ModelTrainer trainer(
      EaseParams params, TrainingSpec training, Interactions train, Compute compute) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public Scorer load(EaseParams params, Weights weights, Interactions train, Compute compute) {
    throw new UnsupportedOperationException("not built yet");
  }
}
