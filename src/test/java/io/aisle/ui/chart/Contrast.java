package io.aisle.ui.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contrast of two colours as WCAG 2 defines it, and the colours of a file of tokens. */
final class Contrast {
  private static final Pattern TOKEN = Pattern.compile("(-[a-z][a-z0-9-]*):\\s*(#[0-9a-fA-F]{6});");

  private Contrast() {}

  /**
   * From 1 (the same) to 21 (black and white).
   *
   * @param one {@code #rrggbb}
   * @param other {@code #rrggbb}
   */
  static double of(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /** The tokens of a file that are plain colours. */
  static Map<String, String> tokens(Path file) throws IOException {
    Map<String, String> tokens = new TreeMap<>();
    Matcher found = TOKEN.matcher(Files.readString(file));
    while (found.find()) {
      tokens.put(found.group(1), found.group(2));
    }
    return tokens;
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int from) {
    double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
