package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.profile.QualityCheck.Severity;

/** How the events spread over the items. */
final class Tails {
  /** Items with fewer events than this are cold. */
  private static final int COLD = 5;

  private Tails() {}

  /** Items of the catalogue that nobody touched. */
  static Finding untouched(EventIndex index) {
    return Finding.items(
        index, item -> index.itemEvents()[item] == 0, 0.5, 1.1, index.events().catalogue()::label);
  }

  static Finding cold(EventIndex index) {
    return Finding.items(index, item -> index.itemEvents()[item] < COLD, 0.5, 1.1);
  }

  static Finding skew(EventIndex index) {
    int half = LongTail.ofItems(index).half();
    int items = index.itemEvents().length;
    Severity severity = half <= 0.01 * items && items >= 100 ? Severity.WARN : Severity.INFO;
    return Finding.items(index, item -> index.rank()[item] < half, 1.1, 1.1).at(severity);
  }
}
