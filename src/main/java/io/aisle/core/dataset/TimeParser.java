package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Reads times in one format. Dates that do not exist, such as 30 February, are none. Confined to
 * one thread.
 */
final class TimeParser {
  static final String EPOCH_SECONDS = "epoch-seconds";
  static final String EPOCH_MILLIS = "epoch-millis";

  /** Years outside are a sign of the wrong unit. */
  private static final long MIN = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();

  private static final long MAX = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

  private final String format;
  private final ZoneId zone;
  private final DateTimeFormatter formatter;
  private String lastText = "";
  private OptionalLong last = OptionalLong.empty();

  /**
   * @throws InputException when the format is none
   */
  TimeParser(String format, ZoneId zone) {
    this.format = format;
    this.zone = zone;
    this.formatter = isEpoch() ? null : formatter(format);
  }

  private boolean isEpoch() {
    return format.equals(EPOCH_SECONDS) || format.equals(EPOCH_MILLIS);
  }

  private static DateTimeFormatter formatter(String format) {
    try {
      // in the strict style a year needs the letter u; y would ask for an era
      return DateTimeFormatter.ofPattern(withoutEra(format), Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "The time format \"%s\" is none (%s): write a pattern such as yyyy-MM-dd HH:mm:ss, or epoch-seconds or epoch-millis."
              .formatted(format, e.getMessage()),
          e);
    }
  }

  private static String withoutEra(String format) {
    StringBuilder pattern = new StringBuilder();
    boolean quoted = false;
    for (char c : format.toCharArray()) {
      quoted ^= c == '\'';
      pattern.append(c == 'y' && !quoted ? 'u' : c);
    }
    return pattern.toString();
  }

  /** Epoch milliseconds; empty when the text is no time of this format. */
  OptionalLong parse(String text) {
    // the lines of a basket follow each other and share their time
    if (!text.equals(lastText)) {
      last = isEpoch() ? epoch(text) : formatted(text);
      lastText = text;
    }
    return last;
  }

  private OptionalLong epoch(String text) {
    double number = Numbers.parse(text);
    if (Double.isNaN(number)) {
      return OptionalLong.empty();
    }
    return plausible(Math.round(format.equals(EPOCH_SECONDS) ? number * 1000 : number));
  }

  private OptionalLong formatted(String text) {
    try {
      TemporalAccessor parsed =
          formatter.parseBest(
              text, ZonedDateTime::from, LocalDateTime::from, TimeParser::dateOrFail);
      Instant instant =
          switch (parsed) {
            case ZonedDateTime zoned -> zoned.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            default -> LocalDate.from(parsed).atStartOfDay(zone).toInstant();
          };
      return plausible(instant.toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static LocalDate dateOrFail(TemporalAccessor parsed) {
    LocalDate date = parsed.query(TemporalQueries.localDate());
    if (date == null) {
      throw new DateTimeException("no date");
    }
    return date;
  }

  private static OptionalLong plausible(long millis) {
    return millis >= MIN && millis < MAX ? OptionalLong.of(millis) : OptionalLong.empty();
  }
}
