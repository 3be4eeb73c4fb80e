package io.aisle.ui.common;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a list is narrowed to: every typed word must occur, in any order, whatever its case and
 * accents. Thread-safe.
 */
public final class Filter implements Predicate<String> {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final List<String> words;

  public Filter(String typed) {
    String plain = plain(typed).strip();
    this.words = plain.isEmpty() ? List.of() : Arrays.asList(plain.split("\\s+"));
  }

  /** Whether nothing was typed, so that everything is let through. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  @Override
  public boolean test(String text) {
    if (words.isEmpty()) {
      return true;
    }
    String plain = plain(text);
    return words.stream().allMatch(plain::contains);
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean ascii = lower.chars().allMatch(letter -> letter < 128);
    return ascii
        ? lower
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
  }
}
