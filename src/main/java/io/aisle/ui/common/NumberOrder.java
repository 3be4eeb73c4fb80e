package io.aisle.ui.common;

import java.text.Collator;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders what {@link Numbers} has written by value: "59.0 s" before "1:05 min", "900 MB" before
 * "1.1 GB", "9" before "1,234". What holds no number comes last, in the order of its words.
 * Confined to one thread.
 */
final class NumberOrder implements Comparator<String> {
  private static final Pattern NUMBER =
      Pattern.compile(
          "^[^\\d−+.-]*([−+-]?)(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)(?::(\\d\\d))?\\s*(\\p{L}*)");

  private final Collator words = Collator.getInstance();

  @Override
  public int compare(String one, String other) {
    double left = value(one);
    double right = value(other);
    if (Double.isNaN(left) && Double.isNaN(right)) {
      return words.compare(one, other);
    }
    return Double.compare(left, right); // NaN is above every number
  }

  /** NaN when there is none. */
  static double value(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.find()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(matcher.group(2).replace(",", ""));
    if (matcher.group(3) != null) {
      value += Integer.parseInt(matcher.group(3)) / 60.0;
    }
    value *= unit(matcher.group(4));
    return matcher.group(1).equals("−") || matcher.group(1).equals("-") ? -value : value;
  }

  private static double unit(String name) {
    return switch (name) {
      case "min" -> 60;
      case "GB" -> 1024;
      default -> 1;
    };
  }
}
