package io.aisle.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.EventKind;
import io.aisle.ui.chart.Timeline;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HistoryMarksTest {
  private static final double NONE = Double.NaN;

  @Test
  void pricesAreTheHeightWhereTheyAreKnown() {
    HistoryMarks made =
        marks(
            row("bag", EventKind.PURCHASE, NONE, 1.5, 12, false),
            row("cup", EventKind.PURCHASE, NONE, 2.25, 1, true));
    assertThat(made.priced()).isTrue();
    List<Timeline.Mark> marks = made.marks();
    assertThat(marks).extracting(Timeline.Mark::value).containsExactly(1.5, 2.25);
    assertThat(marks).extracting(Timeline.Mark::weight).containsExactly(12.0, 1.0);
    assertThat(marks).extracting(Timeline.Mark::heldOut).containsExactly(false, true);
    assertThat(marks.getLast().words()).isEqualTo("cup · purchase · 1 × 2.25 · held out");
    assertThat(made.kinds()).as("one kind needs no legend").isEmpty();
  }

  @Test
  void ratingsAreTheHeightWhereThereAreNoPrices() {
    HistoryMarks made =
        marks(
            row("film", EventKind.RATING, 4.5, NONE, NONE, false),
            row("play", EventKind.RATING, 2, NONE, NONE, false));
    assertThat(made.priced()).isFalse();
    assertThat(made.valueTitle()).isEqualTo("value");
    assertThat(made.marks()).extracting(Timeline.Mark::value).containsExactly(4.5, 2.0);
  }

  @Test
  void aValueThatIsAlwaysTheSameSaysNothing() {
    HistoryMarks made =
        marks(row("a", null, 1, NONE, NONE, false), row("b", null, 1, NONE, NONE, false));
    assertThat(made.valueTitle()).isEmpty();
    assertThat(made.marks().getFirst().value()).isNaN();
    assertThat(made.marks().getFirst().words()).isEqualTo("a");
  }

  @Test
  void severalKindsHaveColoursWithNames() {
    HistoryMarks made =
        marks(
            row("a", EventKind.VIEW, NONE, NONE, NONE, false),
            row("b", EventKind.PURCHASE, NONE, NONE, NONE, false));
    assertThat(made.kinds()).extracting(Timeline.Kind::name).containsExactly("view", "purchase");
    assertThat(made.marks().getFirst().colour()).isNotEqualTo(made.marks().getLast().colour());
  }

  private static HistoryMarks marks(HistoryRow... rows) {
    return new HistoryMarks(new Texts(Locale.ENGLISH), new Numbers(Locale.ENGLISH), List.of(rows));
  }

  private static HistoryRow row(
      String name, EventKind kind, double value, double price, double quantity, boolean heldOut) {
    return new HistoryRow(1, name, name, "", kind, Instant.EPOCH, value, price, quantity, heldOut);
  }
}
