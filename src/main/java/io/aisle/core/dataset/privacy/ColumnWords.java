package io.aisle.core.dataset.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a column's name: {@code shipToAddress}, {@code ship_to_address} and {@code "Ship to
 * address"} have the same ones.
 */
record ColumnWords(String name, List<String> words) {
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^\\p{L}\\p{N}]+");

  static ColumnWords of(String name) {
    List<String> words =
        BETWEEN
            .splitAsStream(name)
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    return new ColumnWords(name, words);
  }

  boolean any(Set<String> wanted) {
    return words.stream().anyMatch(wanted::contains);
  }

  /** Whether the name holds one of some parts, as Chinese names do, which have no words. */
  boolean holds(String... parts) {
    for (String part : parts) {
      if (name.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
