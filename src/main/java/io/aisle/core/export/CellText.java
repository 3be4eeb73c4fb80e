package io.aisle.core.export;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Cells as text that programs read: ISO dates, a point in numbers, "" for what is missing. */
public final class CellText {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private CellText() {}

  public static String of(Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal exact -> exact.toPlainString();
      case LocalDateTime time -> TIME.format(time);
      default -> cell.toString();
    };
  }
}
