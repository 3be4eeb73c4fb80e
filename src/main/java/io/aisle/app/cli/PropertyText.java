package io.aisle.app.cli;

import io.aisle.domain.data.PropertyCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What came of files with a row for each property of an item, as text. */
final class PropertyText {
  private PropertyText() {}

  /** Adds the counts above 0 to the table of an import. */
  static void rows(TextTable table, PropertyCounts counts) {
    row(table, "rows", counts.read());
    row(table, "values taken", counts.values());
    row(table, "superseded by a later row", counts.superseded());
    row(table, "later than asked for", counts.later());
    row(table, "of items that are not there", counts.others());
    row(table, "left out of items with over 150,000 characters", counts.left());
  }

  private static void row(TextTable table, String what, long count) {
    if (count > 0) {
      table.row("properties: " + what, ImportText.count(count));
    }
  }

  /** What was taken, and from when to when; "" when nothing was. */
  static String sentence(PropertyCounts counts) {
    if (counts.values() == 0) {
      return "";
    }
    String of =
        "%s properties of %s items: "
            .formatted(ImportText.count(counts.properties()), ImportText.count(counts.items()));
    if (counts.first() == null) {
      return of + "the last value of each, as the files say no times%n".formatted();
    }
    String set = "set between %s and %s".formatted(day(counts.first()), day(counts.last()));
    return counts
        .asOf()
        .map(moment -> "%sthe latest value of each as of %s, %s%n".formatted(of, moment, set))
        .orElseGet(
            () ->
                "%sthe latest value of each, %s; a model that uses them may know more than there was to know at an event%n"
                    .formatted(of, set));
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
