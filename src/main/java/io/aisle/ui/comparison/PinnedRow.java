package io.aisle.ui.comparison;

import io.aisle.core.report.pin.Pin;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pinned view as the list of the report shows it. */
record PinnedRow(Pin pin) {
  String id() {
    return pin.id();
  }

  String title() {
    return pin.title();
  }

  String note() {
    return pin.note();
  }

  Instant pinned() {
    return pin.pinned();
  }

  /** What it is of, and the runs. */
  String of() {
    String runs = pin.sources().stream().map(Pin.Source::run).collect(Collectors.joining(", "));
    return Stream.of(pin.caption(), runs)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
