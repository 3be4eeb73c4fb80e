package io.aisle.ui.users;

import io.aisle.ui.common.Texts;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** Says what a model reads of a moment. */
final class MomentWords {
  static final String HOUR = "hour";
  static final String WEEKDAY = "weekday";
  static final String MONTH = "month";

  private MomentWords() {}

  /** What is read, such as hour. */
  static String name(Texts texts, String read) {
    return texts.of("moment." + read);
  }

  /**
   * What it is.
   *
   * @param value as an explanation names it: an hour from 0, or an English weekday or month
   */
  static String value(Texts texts, String read, String value) {
    return switch (read) {
      case WEEKDAY -> day(texts, DayOfWeek.valueOf(value.toUpperCase(Locale.ROOT)));
      case MONTH -> month(texts, Month.valueOf(value.toUpperCase(Locale.ROOT)));
      default -> value;
    };
  }

  static String day(Texts texts, DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
  }

  static String month(Texts texts, Month month) {
    return month.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
  }
}
