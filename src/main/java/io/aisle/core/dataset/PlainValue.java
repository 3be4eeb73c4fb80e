package io.aisle.core.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A value as YAML, JSON or a form gives it, understood as one type; empty when it is none of that
 * type.
 */
public final class PlainValue {
  private PlainValue() {}

  /** A whole number that fits into a long; 8.0 is none. */
  public static Optional<Long> whole(Object value) {
    return value instanceof Integer || value instanceof Long
        ? Optional.of(((Number) value).longValue())
        : Optional.empty();
  }

  /** A single value as it would be written. */
  public static Optional<String> text(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? Optional.of(value.toString())
        : Optional.empty();
  }

  /** The constant with this {@link #id}; capital letters do not count. */
  public static <T> Optional<T> constant(T[] constants, Object value) {
    return text(value)
        .map(text -> ids(constants).indexOf(text.toLowerCase(Locale.ROOT)))
        .filter(at -> at >= 0)
        .map(at -> constants[at]);
  }

  /** A value as a sentence may show it. */
  public static String shown(Object value) {
    String text = value == null ? "empty" : "'" + value + "'";
    return text.length() <= 60 ? text : text.substring(0, 60) + "...'";
  }

  /** The ids of constants of an enum, in their order. */
  public static List<String> ids(Object[] constants) {
    return Arrays.stream(constants).map(each -> id((Enum<?>) each)).toList();
  }

  /** The name of a constant in files: lower case with hyphens. */
  public static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
