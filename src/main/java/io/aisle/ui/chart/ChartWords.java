package io.aisle.ui.chart;

import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words, numbers and dates of charts in one language. Confined to the FX thread. */
final class ChartWords {
  private static final double COMPACT = 10_000;
  private static final long DAY = 86_400_000;

  private final Texts texts;
  private final Numbers numbers;
  private final NumberFormat plain;
  private final NumberFormat compact;
  private final DateTimeFormatter year;
  private final DateTimeFormatter yearMonth;
  private final DateTimeFormatter month;
  private final DateTimeFormatter day;
  private final DateTimeFormatter clock;
  private final DateTimeFormatter date;

  ChartWords(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    Locale locale = texts.locale();
    plain = NumberFormat.getNumberInstance(locale);
    plain.setRoundingMode(RoundingMode.HALF_EVEN);
    compact = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
    compact.setMaximumFractionDigits(1);
    year = pattern("y", locale);
    yearMonth = pattern("yMMM", locale);
    month = DateTimeFormatter.ofPattern("MMM", locale);
    day = pattern("MMMd", locale);
    date = DateTimeFormatter.ofPattern("yyyy-MM-dd", locale);
    clock = DateTimeFormatter.ofPattern("HH:mm", locale);
  }

  String of(String key, Object... arguments) {
    return texts.of(key, arguments);
  }

  /** The head of a column of the chart's table: the title that it has, else the common word. */
  String column(String word, String title) {
    return title.isEmpty() ? texts.of("chart.column." + word) : title;
  }

  /** Several names in a row. */
  String list(Stream<String> names) {
    return names.collect(Collectors.joining(texts.of("chart.separator")));
  }

  /** A value as precise as it is worth reading. */
  String value(double value) {
    if (!Double.isFinite(value)) {
      return numbers.metric(Double.NaN);
    }
    double size = Math.abs(value);
    if (value == Math.rint(value)) {
      return format(value, 0, 0);
    }
    int decimals =
        size >= 1000 ? 0 : size >= 100 ? 1 : size >= 0.001 ? 4 : (int) -Math.log10(size) + 3;
    return format(value, 0, Math.min(decimals, 12));
  }

  /** A value of a series whose values are read one below another: always so many decimals. */
  String aligned(double value) {
    double size = Math.abs(value);
    boolean whole = value == Math.rint(value) && size >= 1;
    return whole || size >= 100 || size < 0.001 ? value(value) : format(value, 4, 4);
  }

  String count(long count) {
    return numbers.count(count);
  }

  /** A date and time of the data. */
  String time(long epochMillis) {
    return numbers.time(Instant.ofEpochMilli(epochMillis));
  }

  /** A date of the data where no time of a day is known, else with the time. */
  String dateOrTime(long epochMillis, boolean daily) {
    return daily
        ? date.format(LocalDate.ofEpochDay(Math.floorDiv(epochMillis, DAY)))
        : time(epochMillis);
  }

  /** Whether moments are whole days. */
  static boolean daily(long[] epochMillis) {
    return Arrays.stream(epochMillis).allMatch(each -> each % DAY == 0);
  }

  /**
   * The words of a tick.
   *
   * @param largest of its axis, without sign; where it is large all ticks are short: 20K
   */
  String tick(double value, int decimals, double largest) {
    if (largest >= COMPACT && decimals == 0) {
      return compact.format(value);
    }
    return format(value, decimals, decimals);
  }

  /**
   * The words of a moment.
   *
   * @param last the tick before; null for the first
   */
  String moment(LocalDateTime at, LocalDateTime last, ChronoUnit unit) {
    return switch (unit) {
      case YEARS -> year.format(at);
      case MONTHS ->
          (last == null || last.getYear() != at.getYear() ? yearMonth : month).format(at);
      case DAYS -> day.format(at);
      default ->
          last == null || !last.toLocalDate().equals(at.toLocalDate())
              ? day.format(at) + " " + clock.format(at)
              : clock.format(at);
    };
  }

  private String format(double value, int least, int most) {
    plain.setMinimumFractionDigits(least);
    plain.setMaximumFractionDigits(most);
    return plain.format(value == 0 ? 0.0 : value).replace('-', '−');
  }

  private static DateTimeFormatter pattern(String template, Locale locale) {
    return DateTimeFormatter.ofLocalizedPattern(template).withLocale(locale);
  }
}
