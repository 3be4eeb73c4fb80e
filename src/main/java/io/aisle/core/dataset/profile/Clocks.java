package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import java.util.function.IntPredicate;

/** Times that cannot be true. */
final class Clocks {
  /** Nobody traded on the web before; real logs begin in 1996. */
  private static final long YEAR_1995 = 788_918_400_000L;

  private Clocks() {}

  /** Events after the moment of import. */
  static Finding future(EventIndex index) {
    long now = index.version().imported().toEpochMilli();
    return wrong(index, event -> index.events().millis()[event] > now);
  }

  /** Events before 1995. */
  static Finding old(EventIndex index) {
    return wrong(
        index,
        event -> {
          long millis = index.events().millis()[event];
          return millis != EventTable.NO_TIME && millis < YEAR_1995;
        });
  }

  /** Any wrong time is worth a look, a hundredth is bad. */
  static Finding wrong(EventIndex index, IntPredicate wrong) {
    return Finding.events(index, wrong, 0, 0.01);
  }
}
