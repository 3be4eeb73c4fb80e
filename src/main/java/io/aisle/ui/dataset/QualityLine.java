package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.QualityCheck;

/**
 * A line of the quality list in words.
 *
 * @param check what it stands for
 * @param sentence which part of what was looked at it is
 * @param advice what it means and what to do
 * @param examples empty when there are none
 */
public record QualityLine(
    QualityCheck check, String title, String sentence, String advice, String examples) {
  /** How it is coloured. */
  enum Grade {
    BAD,
    WARN,
    INFO,
    GOOD
  }

  String id() {
    return check.id();
  }

  long count() {
    return check.count();
  }

  /** Whether there are rows of it to show. */
  boolean opens() {
    return check.count() > 0 && !(check.where() instanceof QualityCheck.Outside);
  }

  boolean needsAttention() {
    return check.needsAttention();
  }

  Grade grade() {
    return switch (check.severity()) {
      case BAD -> Grade.BAD;
      case WARN -> Grade.WARN;
      case INFO -> Grade.INFO;
      case GOOD -> Grade.GOOD;
    };
  }
}
