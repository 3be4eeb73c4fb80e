package io.aisle.core.dataset.profile;

import io.aisle.domain.job.CancelSignal;
import java.util.function.Predicate;

/**
 * A check that looks at the events which were taken, or at their catalogue.
 *
 * @param id stable; the words of the user interface and the steps that treat a finding go by it
 * @param applies whether a version tells what the check asks
 */
record EventCheck(String id, Predicate<EventIndex> applies, Search search) {
  /** How a check is made. */
  @FunctionalInterface
  interface Search {
    Finding find(EventIndex index, CancelSignal cancel);
  }

  static EventCheck of(String id, Predicate<EventIndex> applies, Search search) {
    return new EventCheck(id, applies.and(index -> index.size() > 0), search);
  }

  /** A check that needs no events. */
  static EventCheck ofCatalogue(String id, Predicate<EventIndex> applies, Search search) {
    return new EventCheck(id, applies, search);
  }
}
