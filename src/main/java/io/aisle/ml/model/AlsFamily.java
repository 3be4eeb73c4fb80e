package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.AlsParams;
import io.aisle.ml.data.Interactions;

/** To be filled within the hour by its builder; the name is fixed. */
public final class AlsFamily implements ModelFamily<AlsParams> {
  @Override
  public ModelTrainer trainer(
      AlsParams params, TrainingSpec training, Interactions train, Compute compute) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public Scorer load(AlsParams params, Weights weights, Interactions train, Compute compute) {
    throw new UnsupportedOperationException("not built yet");
  }
}
