package io.aisle.domain.experiment;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** What the moment of an interaction tells, in UTC; number 0 stands for an unknown moment. */
public enum ContextFeature {
  HOUR(24),
  WEEKDAY(DayOfWeek.values().length),
  MONTH(12);

  /** Stands for an unknown moment. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  /** From the middle of a month, a week stays within it. */
  private static final int MIDDLE = 15;

  private final int values;

  ContextFeature(int values) {
    this.values = values;
  }

  /** The name in experiment files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Numbers that {@link #of} can give, with 0. */
  public int size() {
    return values + 1;
  }

  /**
   * @param seconds since 1970, or {@link #UNKNOWN}
   * @return 1 to {@code size() - 1}: the hour, the day from Monday on, the month; 0 when unknown
   */
  public int of(long seconds) {
    if (seconds == UNKNOWN) {
      return 0;
    }
    LocalDateTime moment = moment(seconds);
    return switch (this) {
      case HOUR -> moment.getHour() + 1;
      case WEEKDAY -> moment.getDayOfWeek().getValue();
      case MONTH -> moment.getMonthValue();
    };
  }

  /**
   * A moment near another one that differs from it in this feature alone; the day of the month
   * gives way.
   *
   * @param seconds since 1970
   * @param number as {@link #of} gives it, from 1
   */
  public long with(long seconds, int number) {
    LocalDateTime moment = moment(seconds);
    LocalDateTime other =
        switch (this) {
          case HOUR -> moment.withHour(number - 1);
          case WEEKDAY -> weekday(moment, number);
          case MONTH ->
              moment
                  .withDayOfMonth(MIDDLE)
                  .withMonth(number)
                  .with(TemporalAdjusters.nextOrSame(moment.getDayOfWeek()));
        };
    return other.toEpochSecond(ZoneOffset.UTC);
  }

  private static LocalDateTime weekday(LocalDateTime moment, int number) {
    LocalDateTime other = moment.with(ChronoField.DAY_OF_WEEK, number);
    return other.getMonth() == moment.getMonth()
        ? other
        : other.plusWeeks(other.isBefore(moment) ? 1 : -1);
  }

  private static LocalDateTime moment(long seconds) {
    return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
  }
}
