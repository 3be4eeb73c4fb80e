package io.aisle.ml.neural;

import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;

/**
 * The sequences that are trained on, and how much each interaction counts as a target.
 *
 * @param train in the order of time
 * @param weighted whether values are weights; else each target counts 1
 */
record TrainingItems(Interactions train, boolean weighted) {
  static TrainingItems of(FitData data) {
    return new TrainingItems(data.train(), data.weighted());
  }

  int[] item() {
    return train.item();
  }

  float weight(int interaction) {
    return weighted ? train.value()[interaction] : 1;
  }
}
