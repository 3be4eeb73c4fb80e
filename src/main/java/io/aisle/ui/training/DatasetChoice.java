package io.aisle.ui.training;

import io.aisle.domain.data.DatasetVersion;

/**
 * A data set in its newest version.
 *
 * @param reason why it cannot be trained on; empty when it can
 */
public record DatasetChoice(DatasetVersion version, String reason) {
  public boolean usable() {
    return reason.isEmpty();
  }

  public String name() {
    return version.dataset();
  }
}
