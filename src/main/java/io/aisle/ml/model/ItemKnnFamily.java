package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.ml.data.Interactions;

/** To be filled within the hour by its builder; the name is fixed. */
public final class ItemKnnFamily implements ModelFamily<ItemKnnParams> {
  @Override
  public ModelTrainer trainer(
      ItemKnnParams params, TrainingSpec training, Interactions train, Compute compute) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public Scorer load(ItemKnnParams params, Weights weights, Interactions train, Compute compute) {
    throw new UnsupportedOperationException("not built yet");
  }
}
