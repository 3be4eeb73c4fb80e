package io.aisle.ui.users;

import io.aisle.domain.experiment.ContextFeature;
import io.aisle.ui.common.Texts;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** Says what a model reads of a moment. */
final class MomentWords {
  private MomentWords() {}

  /** What is read, such as hour. */
  static String name(Texts texts, ContextFeature read) {
    return texts.of("moment." + read.id());
  }

  /**
   * What it is.
   *
   * @param number as the feature numbers it, from 1
   */
  static String value(Texts texts, ContextFeature read, int number) {
    return switch (read) {
      case HOUR -> "%d:00".formatted(number - 1);
      case WEEKDAY ->
          DayOfWeek.of(number).getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
      case MONTH -> Month.of(number).getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
    };
  }

  /** The number of a value as an explanation writes it: an hour from 0, or a day or month. */
  static int number(ContextFeature read, String written) {
    return switch (read) {
      case HOUR -> Integer.parseInt(written) + 1;
      case WEEKDAY -> DayOfWeek.valueOf(written.toUpperCase(Locale.ROOT)).getValue();
      case MONTH -> Month.valueOf(written.toUpperCase(Locale.ROOT)).getValue();
    };
  }
}
