package io.aisle.domain.data;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of a user who is erased: the external id and what stands for it where ids were replaced
 * by pseudonyms. In texts a name counts as a word of its own, with neither a letter nor a digit
 * before or behind it.
 *
 * @param all at least one
 */
public record ErasedNames(List<String> all) {
  /** What stands where a name stood. */
  public static final String MARK = "[erased]";

  /** Shorter names are ordinary words and numbers: nobody can tell whom a text means by them. */
  private static final int TELLING = 4;

  public ErasedNames {
    all = all.stream().distinct().toList();
    if (all.isEmpty() || all.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("there must be names, and none may be blank");
    }
  }

  /** Whether a value is one of the names. */
  public boolean has(String value) {
    return all.contains(value);
  }

  /** The names that can be looked for in texts. */
  public List<String> telling() {
    return all.stream().filter(name -> name.length() >= TELLING).toList();
  }

  /** Finds any of some names as a word; matches nothing when there are none. */
  public static Pattern words(List<String> names) {
    String any = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(
        names.isEmpty() ? "(?!)" : "(?<![A-Za-z0-9])(?:%s)(?![A-Za-z0-9])".formatted(any));
  }
}
