package io.aisle.ui.chart;

/**
 * Figures of one width, so that numbers do not dance and stand one below another. JavaFX cannot ask
 * a font for them, so each digit is put in the middle of a place as wide as the widest.
 */
final class Tabular {
  private Tabular() {}

  /** Whether a text is a number, with its signs and separators; a date is none. */
  static boolean isNumber(String text) {
    boolean digits = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits |= digit(c);
      if (!digit(c) && ".,−+% \u00a0\u202f".indexOf(c) < 0) {
        return false;
      }
    }
    return digits;
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
