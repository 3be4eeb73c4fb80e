package io.aisle.ui.form;

import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.Range;
import io.aisle.ui.common.Texts;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Readers of fields, and how their values are written. What they refuse they say in words. */
public final class Reading {
  private static final String MIDNIGHT = "T00:00:00Z";

  private final Texts texts;

  public Reading(Texts texts) {
    this.texts = texts;
  }

  /** A number of a component's type within its range. */
  public FormField.Reader number(Class<?> type, Range range) {
    return (written, complain) -> number(type, range, written, complain);
  }

  private Optional<Object> number(
      Class<?> type, Range range, String written, Consumer<String> complain) {
    boolean whole = type != double.class;
    try {
      double value = whole ? Long.parseLong(written) : Double.parseDouble(written);
      if (range != null && !within(value, range)) {
        String key = range.above() ? "form.error.above" : "form.error.range";
        complain.accept(texts.of(key, plain(range.min()), plain(range.max())));
        return Optional.empty();
      }
      if (type == int.class) {
        return Optional.of((int) value);
      }
      return Optional.of(type == long.class ? (Object) Long.parseLong(written) : (Object) value);
    } catch (NumberFormatException e) {
      complain.accept(texts.of(whole ? "form.error.whole" : "form.error.number", written));
      return Optional.empty();
    }
  }

  private static boolean within(double value, Range range) {
    boolean low = range.above() ? value > range.min() : value >= range.min();
    return low && value <= range.max();
  }

  /** What a range allows, in words; empty without one. */
  public String words(Range range) {
    if (range == null) {
      return "";
    }
    return texts.of(range.above() ? "form.range.above" : "form.range", range.min(), range.max());
  }

  /** A whole number between two ends. */
  public FormField.Reader whole(long low, long high) {
    return (written, complain) -> {
      try {
        long value = Long.parseLong(written);
        if (value >= low && value <= high) {
          return Optional.of(value);
        }
        complain.accept(texts.of("form.error.range", Long.toString(low), Long.toString(high)));
      } catch (NumberFormatException e) {
        complain.accept(texts.of("form.error.whole", written));
      }
      return Optional.empty();
    };
  }

  /** A number, or nothing for an empty text. */
  public FormField.Reader maybe(double low) {
    return (written, complain) -> {
      if (written.isEmpty()) {
        return Optional.of(Optional.empty());
      }
      try {
        double value = Double.parseDouble(written);
        if (value >= low && Double.isFinite(value)) {
          return Optional.of(Optional.of(value));
        }
      } catch (NumberFormatException e) {
        complain.accept(texts.of("form.error.number", written));
        return Optional.empty();
      }
      complain.accept(texts.of("form.error.number", written));
      return Optional.empty();
    };
  }

  /**
   * Whole numbers, apart by commas, colons or spaces.
   *
   * @param low smallest allowed
   * @param high largest allowed
   * @param count how many there must be; 0: at least one
   */
  public FormField.Reader list(long low, long high, int count) {
    return (written, complain) -> {
      List<Integer> numbers = new ArrayList<>();
      try {
        for (String part : written.split("[,，、:：\\s]+", -1)) {
          if (!part.isEmpty()) {
            long value = Long.parseLong(part);
            if (value < low || value > high) {
              complain.accept(
                  texts.of("form.error.range", Long.toString(low), Long.toString(high)));
              return Optional.empty();
            }
            numbers.add((int) value);
          }
        }
      } catch (NumberFormatException e) {
        complain.accept(texts.of("form.error.list", written));
        return Optional.empty();
      }
      if (numbers.isEmpty() || (count > 0 && numbers.size() != count)) {
        complain.accept(
            count > 0 ? texts.of("form.error.count", count) : texts.of("form.error.list", written));
        return Optional.empty();
      }
      return Optional.of(List.copyOf(numbers));
    };
  }

  /** A date, from its first moment (UTC) on. */
  public FormField.Reader date() {
    return (written, complain) -> {
      try {
        return Optional.<Object>of(
            LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant());
      } catch (DateTimeException e) {
        complain.accept(texts.of("form.error.date", written));
        return Optional.empty();
      }
    };
  }

  /** A whole number, or nothing for an empty text. */
  public FormField.Reader maybeWhole() {
    FormField.Reader whole = whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    return (written, complain) ->
        written.isEmpty()
            ? Optional.of(OptionalInt.empty())
            : whole
                .read(written, complain)
                .map(value -> OptionalInt.of(Math.toIntExact((long) value)));
  }

  /** A finite number, or nothing for an empty text. */
  public FormField.Reader maybeNumber() {
    FormField.Reader number = maybe(-Double.MAX_VALUE);
    return (written, complain) ->
        number
            .read(written, complain)
            .map(
                value ->
                    ((Optional<?>) value)
                        .map(each -> OptionalDouble.of((double) each))
                        .orElse(OptionalDouble.empty()));
  }

  /** A date, from its first moment (UTC) on, or an instant, or nothing for an empty text. */
  public FormField.Reader maybeInstant() {
    return (written, complain) -> {
      if (written.isEmpty()) {
        return Optional.of(Optional.empty());
      }
      try {
        return Optional.of(Optional.of(Instant.parse(written)));
      } catch (DateTimeException e) {
        return date().read(written, complain).map(Optional::of);
      }
    };
  }

  /** A metric such as ndcg@10. */
  public FormField.Reader metric() {
    return (written, complain) -> {
      try {
        return Optional.<Object>of(Metric.parse(written));
      } catch (InputException e) {
        complain.accept(texts.of("form.error.metric", written));
        return Optional.empty();
      }
    };
  }

  /** The text itself. */
  public static Optional<Object> text(String written, Consumer<String> complain) {
    return Optional.of(written);
  }

  /** A value as a field shows it. */
  public static String write(Object value) {
    return switch (value) {
      case Double number -> plain(number);
      case Metric metric -> metric.id();
      case Enum<?> constant -> constant.name();
      case Instant instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
      case OptionalInt whole -> whole.isPresent() ? String.valueOf(whole.getAsInt()) : "";
      case OptionalDouble number -> number.isPresent() ? plain(number.getAsDouble()) : "";
      case Optional<?> maybe -> maybe.map(Reading::moment).orElse("");
      default -> String.valueOf(value);
    };
  }

  /** A date where that says it all. */
  private static String moment(Object value) {
    String instant = String.valueOf(value);
    return instant.endsWith(MIDNIGHT)
        ? instant.substring(0, instant.length() - MIDNIGHT.length())
        : instant;
  }

  private static String plain(double value) {
    return new DecimalFormat("0.########", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }
}
