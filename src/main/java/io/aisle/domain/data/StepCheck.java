package io.aisle.domain.data;

import io.aisle.domain.InputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What the steps of cleaning ask of their values. Each violation is one sentence. */
interface StepCheck {
  /**
   * @throws InputException with the sentence when the condition does not hold
   */
  static void require(boolean holds, String sentence, Object... values) {
    if (!holds) {
      throw new InputException(sentence.formatted(values));
    }
  }

  static void column(String step, ColumnRole column, Set<ColumnRole> allowed) {
    if (!allowed.contains(column)) {
      throw new InputException(
          "The step %s cannot work on the column %s: name one of %s."
              .formatted(
                  step,
                  column.id(),
                  allowed.stream().map(ColumnRole::id).collect(Collectors.joining(", "))));
    }
  }

  static void filling(ColumnRole column, boolean wanted, String value) {
    if (!wanted) {
      if (!value.isEmpty()) {
        throw new InputException(
            "The step missing has the value \"%s\" but does not fill it in: choose the treatment value, or leave it out."
                .formatted(value));
      }
    } else if (value.isBlank()) {
      throw new InputException(
          "The step missing fills the column %s with nothing: give the value."
              .formatted(column.id()));
    } else if (CleaningStep.NUMBERS.contains(column)) {
      number(column, value);
    } else if (column == ColumnRole.TIME) {
      time(value);
    }
  }

  private static void number(ColumnRole column, String value) {
    boolean good;
    try {
      double number = Double.parseDouble(value);
      boolean whole = number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number);
      good = Double.isFinite(number) && (column != ColumnRole.POSITION || whole);
    } catch (NumberFormatException e) {
      good = false;
    }
    if (!good) {
      throw new InputException(
          "The step missing cannot fill the column %s with \"%s\": give a number%s."
              .formatted(
                  column.id(), value, column == ColumnRole.POSITION ? " without fraction" : ""));
    }
  }

  private static void time(String value) {
    try {
      Instant.parse(value);
    } catch (DateTimeException e) {
      throw new InputException(
          "The step missing cannot fill the column time with \"%s\": give an instant such as 2011-12-09T12:50:00Z."
              .formatted(value),
          e);
    }
  }

  static void bounds(OptionalDouble min, OptionalDouble max) {
    if (min.isEmpty() && max.isEmpty()) {
      throw new InputException("The step range has no bound: give min or max.");
    }
    double low = min.orElse(Double.NEGATIVE_INFINITY);
    double high = max.orElse(Double.POSITIVE_INFINITY);
    if (!(low <= high)) {
      throw new InputException(
          "The step range has min %s above max %s: exchange them.".formatted(low, high));
    }
  }

  static void share(String step, String name, OptionalDouble share) {
    if (share.isPresent() && !(share.getAsDouble() > 0 && share.getAsDouble() <= 1)) {
      throw new InputException(
          "The step %s has %s %s: give a number above 0 and at most 1."
              .formatted(step, name, share.getAsDouble()));
    }
  }

  static void moments(String name, OptionalInt moments) {
    if (moments.isPresent() && moments.getAsInt() < 2) {
      throw new InputException(
          "The step robots has %s %d: give at least 2.".formatted(name, moments.getAsInt()));
    }
  }

  static void atLeastOne(
      OptionalInt perHour, OptionalInt perDay, OptionalDouble variation, OptionalDouble share) {
    if (perHour.isEmpty() && perDay.isEmpty() && variation.isEmpty() && share.isEmpty()) {
      throw new InputException(
          "The step robots has no sign to go by: give perHour, perDay, variation or"
              + " catalogueShare.");
    }
  }

  static void window(Optional<Instant> from, Optional<Instant> to) {
    if (from.isEmpty() && to.isEmpty()) {
      throw new InputException("The step time-window has no bound: give from or to.");
    }
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new InputException(
          "The step time-window ends at %s, before it begins: give a later to."
              .formatted(to.get()));
    }
  }
}
