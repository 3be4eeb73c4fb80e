package io.aisle.core.dataset;

/** Numbers as files write them: digits, sign, decimal point, exponent. */
public final class Numbers {
  private Numbers() {}

  /** The number, or NaN when the text is none; a decimal comma, "NaN" and "1d" are none. */
  public static double parse(String text) {
    if (text.isEmpty()) {
      return Double.NaN;
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
}
