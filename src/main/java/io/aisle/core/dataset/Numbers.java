package io.aisle.core.dataset;

/** Numbers as files write them: digits, sign, decimal point, exponent. */
public final class Numbers {
  private static final int MOST_DIGITS = 15;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Numbers() {}

  /** The number, or NaN when the text is none; a decimal comma, "NaN" and "1d" are none. */
  public static double parse(String text) {
    if (text.isEmpty()) {
      return Double.NaN;
    }
    double plain = plain(text);
    if (!Double.isNaN(plain)) {
      return plain;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean part =
          c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
      if (!part) {
        return Double.NaN;
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * Up to fifteen digits with or without a point: whole number and power of ten are exact, so their
   * quotient is what correct rounding gives (Clinger 1990). NaN for anything else.
   */
  private static double plain(String text) {
    int length = text.length();
    if (length > MOST_DIGITS + 1) {
      return Double.NaN;
    }
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count++;
      } else if (c == '.' && point < 0) {
        point = count;
      } else {
        return Double.NaN;
      }
    }
    if (count == 0 || count > MOST_DIGITS) {
      return Double.NaN;
    }
    return point < 0 ? digits : digits / POWERS[count - point];
  }
}
