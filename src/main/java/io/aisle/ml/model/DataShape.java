package io.aisle.ml.model;

import io.aisle.ml.data.Interactions;

/**
 * Sizes from which memory is estimated before data are read.
 *
 * @param interactions of all parts together
 */
public record DataShape(int users, int items, int interactions) {
  public static DataShape of(Interactions train) {
    return new DataShape(train.users(), train.items(), train.size());
  }
}
