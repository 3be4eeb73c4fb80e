package io.aisle.core.tuning;

import io.aisle.core.training.ParamsCodec;
import io.aisle.domain.InputException;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.ParameterRange.Between;
import io.aisle.domain.tuning.ParameterRange.Choices;
import io.aisle.domain.tuning.ParameterRange.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A range as one types it: {@code 1 .. 1000 log}, {@code 0 .. 0.5}, or values such as {@code 20,
 * 50, 100}.
 */
public final class RangeText {
  private static final String NUMBER = "[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?";
  private static final Pattern BETWEEN =
      Pattern.compile("(" + NUMBER + ")\\s*(?:\\.\\.+|…|–)\\s*(" + NUMBER + ")\\s*(log)?");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,9}");

  private RangeText() {}

  /** The text that is read back as the same range. */
  public static String of(ParameterRange range) {
    return switch (range) {
      case Between between ->
          number(between.from())
              + " .. "
              + number(between.to())
              + (between.scale() == Scale.LOG ? " log" : "");
      case Choices choices ->
          choices.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
    };
  }

  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
    double size = Math.abs(value);
    return size != 0 && (size < 1e-3 || size >= 1e7)
        ? Double.toString(rounded.doubleValue())
        : rounded.toPlainString();
  }

  /**
   * Reads a range and holds its values against what the parameter may be.
   *
   * @param record of the parameter
   * @param name of the component
   * @throws InputException one sentence
   */
  public static ParameterRange parse(String text, Record record, String name) {
    Matcher between = BETWEEN.matcher(text.strip());
    if (between.matches()) {
      double from = number(between.group(1), name, text);
      double to = number(between.group(2), name, text);
      boolean log = between.group(3) != null;
      if (from > to || (log && from <= 0)) {
        throw wrong(name, text);
      }
      ParamsCodec.requireValue(record, name, plain(record, name, from), "");
      ParamsCodec.requireValue(record, name, plain(record, name, to), "");
      return new Between(from, to, log ? Scale.LOG : Scale.LINEAR, 0);
    }
    List<Object> values = new ArrayList<>();
    for (String each : text.split("[,，;；]", -1)) {
      if (each.isBlank()) {
        throw wrong(name, text);
      }
      Object value = value(each.strip());
      ParamsCodec.requireValue(record, name, value, "");
      values.add(value);
    }
    return new Choices(values);
  }

  private static Object plain(Record record, String name, double value) {
    return ParamsCodec.isWhole(record, name) && value == Math.rint(value)
        ? (Object) (long) value
        : (Object) value;
  }

  private static Object value(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Integer.parseInt(text);
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.matches(NUMBER) ? (Object) Double.valueOf(text) : text;
  }

  private static double number(String text, String name, String whole) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw wrong(name, whole);
    }
  }

  private static InputException wrong(String name, String text) {
    return new InputException(
        "%s is '%s', but it must be a range such as 1 .. 100 log, or values such as 20, 50, 100"
            .formatted(name, text));
  }
}
