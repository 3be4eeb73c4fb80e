package io.aisle.core.training;

import io.aisle.core.dataset.Nearest;
import io.aisle.core.dataset.PlainValue;
import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import java.util.Collection;

/** Single values of parameters as files have them, and what is said of wrong ones. */
final class ParamValue {
  private ParamValue() {}

  /**
   * A value as a component of a record takes it.
   *
   * @param name of the parameter in a sentence
   * @throws InputException when it is of another type
   */
  static Object typed(Class<?> type, Object value, String name) {
    if (type == int.class) {
      long number = whole(value, name);
      if (number != (int) number) {
        throw wrong(name, value, "a whole number of at most " + Integer.MAX_VALUE);
      }
      return (int) number;
    }
    if (type == long.class) {
      return whole(value, name);
    }
    if (type == double.class) {
      if (value instanceof Number number) {
        return number.doubleValue();
      }
      throw wrong(name, value, "a number");
    }
    if (type == boolean.class) {
      if (value instanceof Boolean) {
        return value;
      }
      throw wrong(name, value, "true or false");
    }
    if (type == Metric.class) {
      return metric(value, name);
    }
    return type.isEnum() ? constant(type.getEnumConstants(), value, name) : text(value, name);
  }

  private static Metric metric(Object value, String name) {
    try {
      return Metric.parse(text(value, name));
    } catch (InputException e) {
      throw wrong(name, value, "a metric such as ndcg@10");
    }
  }

  static long whole(Object value, String name) {
    return PlainValue.whole(value).orElseThrow(() -> wrong(name, value, "a whole number"));
  }

  static String text(Object value, String name) {
    return PlainValue.text(value).orElseThrow(() -> wrong(name, value, "a text"));
  }

  /** The constant that a file means. */
  static <T> T constant(T[] constants, Object value, String name) {
    return PlainValue.constant(constants, value)
        .orElseThrow(
            () -> wrong(name, value, "one of " + String.join(", ", PlainValue.ids(constants))));
  }

  static InputException wrong(String name, Object value, String wanted) {
    return new InputException(
        "%s is %s, but it must be %s".formatted(name, PlainValue.shown(value), wanted));
  }

  /**
   * @param where what stands before the key in a sentence
   * @param known what could stand there; empty when nothing could
   */
  static InputException unknown(String where, String key, Collection<String> known) {
    return new InputException(
        known.isEmpty()
            ? "%s%s is unknown; no key is known here".formatted(where, key)
            : "%s%s is an unknown key; the nearest known one is %s"
                .formatted(where, key, Nearest.of(key, known, 1).getFirst()));
  }
}
