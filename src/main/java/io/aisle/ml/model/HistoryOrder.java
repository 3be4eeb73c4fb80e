package io.aisle.ml.model;

import io.aisle.ml.data.Interactions;
import java.util.Optional;

/** Whether the order of histories means anything. */
final class HistoryOrder {
  /** Neighbours in a row that are in ascending order by chance once in 2^20 data sets. */
  private static final int CHANCE = 20;

  private HistoryOrder() {}

  /**
   * What is missing for a model that reads order. Data without times stand in the order of their
   * files, which is taken for the order of events unless the rows of every user are sorted by item.
   */
  static Optional<String> lacking(Interactions train) {
    if (train.hasTimes()) {
      return Optional.empty();
    }
    int neighbours = 0;
    for (int u = 0; u < train.users(); u++) {
      for (int k = train.offsets()[u] + 1; k < train.offsets()[u + 1]; k++) {
        if (train.item()[k] < train.item()[k - 1]) {
          return Optional.empty();
        }
        neighbours++;
      }
    }
    return neighbours < CHANCE
        ? Optional.empty()
        : Optional.of(
            "The data have no times and every user's rows are sorted by item, so that their order"
                + " says nothing; name the time column (columns.time), or take a model that does"
                + " not read the order");
  }
}
