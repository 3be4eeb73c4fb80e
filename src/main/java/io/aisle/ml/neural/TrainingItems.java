package io.aisle.ml.neural;

import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import java.util.Arrays;

/**
 * The sequences that are trained on, and how much each interaction counts as a target.
 *
 * @param train in the order of time
 * @param weighted whether values are weights; else each target counts 1
 * @param user of each interaction
 */
record TrainingItems(Interactions train, boolean weighted, int[] user) {
  static TrainingItems of(FitData data) {
    return of(data.train(), data.weighted());
  }

  static TrainingItems of(Interactions train, boolean weighted) {
    int[] user = new int[train.size()];
    for (int u = 0; u < train.users(); u++) {
      Arrays.fill(user, train.offsets()[u], train.offsets()[u + 1], u);
    }
    return new TrainingItems(train, weighted, user);
  }

  int[] item() {
    return train.item();
  }

  float weight(int interaction) {
    return weighted ? train.value()[interaction] : 1;
  }
}
