package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import java.util.function.IntPredicate;

/** Times that cannot be true. */
final class Clocks {
  private static final long YEAR_2000 = 946_684_800_000L;

  private Clocks() {}

  /** Events after the moment of import. */
  static Finding future(EventIndex index) {
    long now = index.version().imported().toEpochMilli();
    return wrong(index, event -> index.events().millis()[event] > now);
  }

  /** Events before 2000. */
  static Finding old(EventIndex index) {
    return wrong(
        index,
        event -> {
          long millis = index.events().millis()[event];
          return millis != EventTable.NO_TIME && millis < YEAR_2000;
        });
  }

  /** Any wrong time is worth a look, a hundredth is bad. */
  static Finding wrong(EventIndex index, IntPredicate wrong) {
    return Finding.events(index, wrong, 0, 0.01);
  }
}
