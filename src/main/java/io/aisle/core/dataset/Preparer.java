package io.aisle.core.dataset;

import io.aisle.domain.experiment.PrepareSpec;

/** Makes interactions of events. */
public final class Preparer {
  private Preparer() {}

  /**
   * @throws io.aisle.domain.InputException when nothing is left
   */
  public static Prepared prepare(EventTable events, PrepareSpec spec) {
    throw new UnsupportedOperationException();
  }
}
