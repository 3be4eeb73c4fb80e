package io.aisle.core.dataset.privacy;

/** Values shown so that their shape can be seen and nobody can be told from them. */
final class Masked {
  private static final String STARS = "***";

  private Masked() {}

  /** The first character of a value and of what follows an at sign; stars for the rest. */
  static String of(String value) {
    int at = value.indexOf('@');
    if (at > 0 && at + 1 < value.length()) {
      return first(value) + STARS + "@" + first(value.substring(at + 1)) + STARS;
    }
    return first(value) + STARS;
  }

  private static String first(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
