package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import java.util.regex.Pattern;

/** What a data set may be called: a name that is also a safe name of a folder. */
final class DatasetNames {
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}");

  private DatasetNames() {}

  /**
   * @throws InputException when the name cannot be used
   */
  static void check(String name) {
    if (!ALLOWED.matcher(name).matches() || name.endsWith(" ")) {
      throw new InputException(
          "The data set name \"%s\" cannot be used: start with a letter or digit and use up to 100 letters, digits, dots, dashes, underscores and spaces."
              .formatted(name.length() > 120 ? name.substring(0, 120) + "..." : name));
    }
  }
}
