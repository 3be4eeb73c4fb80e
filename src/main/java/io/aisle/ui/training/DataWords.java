package io.aisle.ui.training;

import io.aisle.core.training.DataOutline;
import io.aisle.domain.data.EventKind;
import io.aisle.ui.form.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the form must know of a data set.
 *
 * @param kinds kinds of events that occur
 * @param valued whether events have values
 * @param purchases whether repeats were counted of purchases; else of all events
 * @param repeatShare share of them that repeat an earlier one of the same user, 0 to 1
 * @param hidesSeen whether lists should hide what the user has
 * @param validFrom a date with about a fifth of the time after it; empty without times
 * @param testFrom a date with about a tenth of the time after it
 */
public record DataWords(
    List<EventKind> kinds,
    boolean valued,
    boolean purchases,
    double repeatShare,
    boolean hidesSeen,
    String validFrom,
    String testFrom) {
  static DataWords of(DataOutline outline) {
    String valid = "";
    String test = "";
    if (outline.first().isPresent() && outline.last().isPresent()) {
      long from = outline.first().get().getEpochSecond();
      long span = outline.last().get().getEpochSecond() - from;
      valid = Reading.write(Instant.ofEpochSecond(from + span * 8 / 10));
      test = Reading.write(Instant.ofEpochSecond(from + span * 9 / 10));
    }
    return new DataWords(
        new ArrayList<>(outline.kinds().keySet()),
        outline.valued(),
        outline.repeatKind().isPresent(),
        outline.repeatShare(),
        outline.hidesSeen(),
        valid,
        test);
  }
}
