package io.aisle.core.dataset.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** The content of a cell of a workbook as text. */
final class CellText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSS]", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** What a number format says literally, and colours, conditions and languages. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");

  private static final Pattern DATE = Pattern.compile("[yd]|h.*m|m.*s");

  private CellText() {}

  /**
   * Dates and times in ISO format, numbers with the digits that Excel shows, "" for an empty cell.
   *
   * @param cell null: an empty one
   * @return empty when it holds an error, or a formula without a stored result
   */
  static Optional<String> of(Cell cell) {
    if (cell == null) {
      return Optional.of("");
    }
    return switch (cell.getType()) {
      case EMPTY -> cell.getFormula() == null ? Optional.of("") : Optional.empty();
      case STRING -> Optional.of(cell.asString());
      case BOOLEAN -> Optional.of(cell.asBoolean().toString());
      case NUMBER -> Optional.of(number(cell, cell.asNumber()));
      case FORMULA -> result(cell);
      case ERROR -> Optional.empty();
    };
  }

  private static Optional<String> result(Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null || raw.isEmpty() || raw.startsWith("#")) {
      return Optional.empty();
    }
    return cell.getValue() instanceof BigDecimal number
        ? Optional.of(number(cell, number))
        : Optional.of(raw);
  }

  private static String number(Cell cell, BigDecimal number) {
    String format = cell.getDataFormatString();
    if (format != null && isDate(format) && cell.getType() == CellType.NUMBER) {
      LocalDateTime time =
          cell.asDate().plus(500, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
      return time.format(time.getNano() == 0 ? SECONDS : TIME);
    }
    boolean ordinary = number.precision() <= 40 && Math.abs(number.scale()) <= 40;
    return ordinary && number.setScale(0, RoundingMode.DOWN).compareTo(number) == 0
        ? number.toBigInteger().toString()
        : Double.toString(number.doubleValue());
  }

  private static boolean isDate(String format) {
    return DATE.matcher(LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT)).find();
  }
}
