package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.BprParams;
import io.aisle.ml.data.Interactions;

/** To be filled within the hour by its builder; the name is fixed. */
public final class BprFamily implements ModelFamily<BprParams> {
  @Override
  public ModelTrainer trainer(
      BprParams params, TrainingSpec training, Interactions train, Compute compute) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public Scorer load(BprParams params, Weights weights, Interactions train, Compute compute) {
    throw new UnsupportedOperationException("not built yet");
  }
}
