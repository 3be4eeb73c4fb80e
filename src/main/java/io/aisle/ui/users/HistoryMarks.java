package io.aisle.ui.users;

import io.aisle.domain.data.EventKind;
import io.aisle.ui.chart.Timeline;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Makes marks of a timeline of what a user did. */
final class HistoryMarks {
  private final Texts texts;
  private final Numbers numbers;
  private final List<HistoryRow> rows;
  private final boolean priced;
  private final boolean valued;

  /**
   * @param rows oldest first, with times
   */
  HistoryMarks(Texts texts, Numbers numbers, List<HistoryRow> rows) {
    this.texts = texts;
    this.numbers = numbers;
    this.rows = rows;
    this.priced = rows.stream().anyMatch(row -> row.price() > 0);
    this.valued =
        !priced
            && rows.stream()
                    .mapToDouble(HistoryRow::value)
                    .filter(Double::isFinite)
                    .distinct()
                    .count()
                > 1;
  }

  /** Whether the height is a price, which is drawn on a logarithmic scale. */
  boolean priced() {
    return priced;
  }

  /** What the height means; empty when there is nothing to draw by. */
  String valueTitle() {
    return priced ? texts.of("history.price.log") : valued ? texts.of("history.value") : "";
  }

  /** One for each row, in the same order. */
  List<Timeline.Mark> marks() {
    ToDoubleFunction<HistoryRow> height =
        priced ? HistoryRow::price : valued ? HistoryRow::value : row -> Double.NaN;
    return rows.stream()
        .map(
            row ->
                new Timeline.Mark(
                    row.time().toEpochMilli(),
                    height.applyAsDouble(row),
                    row.quantity(),
                    colour(row.kind()),
                    words(row),
                    row.heldOut()))
        .toList();
  }

  /** Names of the colours; empty when all events are of one kind. */
  List<Timeline.Kind> kinds() {
    List<EventKind> found = rows.stream().map(HistoryRow::kind).distinct().toList();
    return found.size() < 2
        ? List.of()
        : found.stream()
            .filter(Objects::nonNull)
            .map(kind -> new Timeline.Kind(texts.of("kind." + kind.id()), colour(kind)))
            .toList();
  }

  private static int colour(EventKind kind) {
    return switch (kind) {
      case null -> 0;
      case PURCHASE, RATING -> 0;
      case CART -> 1;
      case SEARCH -> 2;
      case CLICK -> 3;
      case VIEW -> 4;
      case OTHER -> 5;
    };
  }

  private String words(HistoryRow row) {
    List<String> parts = new ArrayList<>();
    parts.add(row.name());
    if (!row.category().isEmpty()) {
      parts.add(row.category());
    }
    if (row.kind() != null) {
      parts.add(texts.of("kind." + row.kind().id()));
    }
    if (Double.isFinite(row.quantity()) && Double.isFinite(row.price())) {
      parts.add(
          texts.of(
              "history.quantity.price", numbers.free(row.quantity()), numbers.money(row.price())));
    } else if (Double.isFinite(row.price())) {
      parts.add(numbers.money(row.price()));
    } else if (Double.isFinite(row.quantity())) {
      parts.add(texts.of("history.quantity", numbers.free(row.quantity())));
    } else if (valued && Double.isFinite(row.value())) {
      parts.add(numbers.free(row.value()));
    }
    if (row.heldOut()) {
      parts.add(texts.of("history.held.out"));
    }
    return String.join(" · ", parts);
  }
}
