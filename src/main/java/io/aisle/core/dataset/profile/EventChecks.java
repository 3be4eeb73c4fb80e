package io.aisle.core.dataset.profile;

import io.aisle.domain.data.EventKind;
import java.util.List;

/** The checks that look at the events which were taken. */
final class EventChecks {
  /** Every check, in the order in which equal ones are listed. */
  static final List<EventCheck> ALL =
      List.of(
          EventCheck.of("future", index -> true, (index, cancel) -> Clocks.future(index)),
          EventCheck.of("old", index -> true, (index, cancel) -> Clocks.old(index)),
          EventCheck.of("leaks", EventIndex::timed, Batches::find),
          EventCheck.of("clock", EventIndex::timed, FileOrder::find),
          EventCheck.of("repeats", index -> true, (index, cancel) -> SameMoment.repeats(index)),
          EventCheck.of("sessions", EventIndex::timed, SameSession::repeated),
          EventCheck.of("shared-sessions", index -> true, SameSession::shared),
          EventCheck.of("robots", index -> true, (index, cancel) -> Robots.find(index)),
          EventCheck.of("order", Funnel::applies, Funnel::find),
          EventCheck.of("zero-price", index -> true, (index, cancel) -> free(index)),
          EventCheck.of("prices", index -> true, PriceOutliers::find),
          EventCheck.of("unknown-kind", index -> true, (index, cancel) -> unnamed(index)),
          EventCheck.ofCatalogue(
              "no-title", index -> true, (index, cancel) -> CatalogueChecks.noTitle(index)),
          EventCheck.ofCatalogue(
              "several-titles",
              index -> index.otherTitles().isPresent(),
              (index, cancel) -> CatalogueChecks.severalTitles(index)),
          EventCheck.ofCatalogue("languages", index -> true, TitleLanguages::find),
          EventCheck.ofCatalogue(
              "no-category",
              CatalogueChecks::categorised,
              (index, cancel) -> CatalogueChecks.noCategory(index)),
          EventCheck.of("gaps", index -> true, (index, cancel) -> Gaps.find(index)),
          EventCheck.of("single", index -> true, (index, cancel) -> single(index)),
          EventCheck.of("untouched", index -> true, (index, cancel) -> Tails.untouched(index)),
          EventCheck.of("cold", index -> true, (index, cancel) -> Tails.cold(index)),
          EventCheck.of("skew", index -> true, (index, cancel) -> Tails.skew(index)),
          EventCheck.of("ties", index -> true, (index, cancel) -> SameMoment.ties(index)));

  private EventChecks() {}

  /** The check of an id. */
  static EventCheck of(String id) {
    return ALL.stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no check is called " + id));
  }

  private static Finding free(EventIndex index) {
    return Finding.events(index, event -> index.events().price()[event] <= 0, 0.005, 0.05);
  }

  private static Finding unnamed(EventIndex index) {
    boolean several = index.kinds().size() > 1;
    byte other = (byte) EventKind.OTHER.ordinal();
    return Finding.events(
        index, event -> several && index.events().kind()[event] == other, 0.005, 0.05);
  }

  private static Finding single(EventIndex index) {
    return Finding.users(index, user -> index.userEvents()[user] == 1, 0.2, 1.1);
  }
}
