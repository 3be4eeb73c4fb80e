package io.aisle.ui.training;

import io.aisle.domain.data.DatasetVersion;

/**
 * A version of a data set to train on.
 *
 * @param name what experiments call it: the data set when it is the newest version, else with its
 *     number, such as {@code shop:1}
 * @param reason why it cannot be trained on; empty when it can
 */
public record DatasetChoice(DatasetVersion version, String name, String reason) {
  public boolean usable() {
    return reason.isEmpty();
  }
}
