package io.aisle.ml.data;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** What the moment of an interaction tells, in UTC; number 0 stands for an unknown moment. */
public enum ContextFeature {
  HOUR(24),
  WEEKDAY(DayOfWeek.values().length),
  MONTH(12);

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
   * @param seconds since 1970, or {@link FitData#NO_TIME}
   * @return 1 to {@code size() - 1}: the hour, the day from Monday on, the month; 0 when unknown
   */
  public int of(long seconds) {
    if (seconds == FitData.NO_TIME) {
      return 0;
    }
    LocalDateTime moment = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    return switch (this) {
      case HOUR -> moment.getHour() + 1;
      case WEEKDAY -> moment.getDayOfWeek().getValue();
      case MONTH -> moment.getMonthValue();
    };
  }
}
