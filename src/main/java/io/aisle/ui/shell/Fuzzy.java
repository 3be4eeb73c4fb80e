package io.aisle.ui.shell;

import java.util.Locale;

/**
 * Finds what was typed in a text, letters in between allowed, and says how well it fits: the whole
 * text before its beginning, before the beginning of a word, before its inside, before letters that
 * are apart. Several words may stand in any order. Immutable and thread-safe.
 */
final class Fuzzy {
  /** What does not match at all. */
  static final double NONE = Double.NEGATIVE_INFINITY;

  private static final double WHOLE = 120;
  private static final double BEGINNING = 100;
  private static final double WORD = 80;
  private static final double INSIDE = 50;
  private static final double APART = 30;
  private static final int FEWEST_APART = 2;
  private static final int MOST_RUNS = 4;

  private final String[] words;

  Fuzzy(String typed) {
    String plain = typed.strip().toLowerCase(Locale.ROOT);
    words = plain.isEmpty() ? new String[0] : plain.split("\\s+");
  }

  boolean isEmpty() {
    return words.length == 0;
  }

  /**
   * How well a text fits; the higher the better, {@link #NONE} when it does not. A short text is
   * better than a long one that fits as well.
   */
  double score(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    double sum = 0;
    for (String word : words) {
      double score = score(word, plain);
      if (score == NONE) {
        return NONE;
      }
      sum += score;
    }
    return words.length == 0 ? 0 : sum / words.length - 0.1 * Math.min(100, plain.length());
  }

  private static double score(String word, String text) {
    if (text.equals(word)) {
      return WHOLE;
    }
    int at = text.indexOf(word);
    if (at == 0) {
      return BEGINNING;
    }
    for (int next = at; next > 0; next = text.indexOf(word, next + 1)) {
      if (beginsWord(text, next)) {
        return WORD;
      }
    }
    return at > 0 ? INSIDE : apart(word, text);
  }

  /**
   * Each run of letters must begin at a word, so that not every long text has every short query.
   */
  private static double apart(String word, String text) {
    if (word.length() < FEWEST_APART) {
      return NONE;
    }
    int runs = match(word, 0, text, 0, MOST_RUNS);
    return runs == Integer.MAX_VALUE ? NONE : APART - 3 * runs;
  }

  /** The fewest runs in which the rest of a word is found from a place on. */
  private static int match(String word, int from, String text, int start, int allowed) {
    if (allowed == 0) {
      return Integer.MAX_VALUE;
    }
    int best = Integer.MAX_VALUE;
    for (int at = start; at < text.length(); at++) {
      if (!beginsWord(text, at)) {
        continue;
      }
      int same = 0;
      while (from + same < word.length()
          && at + same < text.length()
          && word.charAt(from + same) == text.charAt(at + same)) {
        same++;
      }
      if (from + same == word.length()) {
        return 1;
      }
      for (int taken = same; taken > 0; taken--) {
        int rest = match(word, from + taken, text, at + taken, allowed - 1);
        if (rest != Integer.MAX_VALUE) {
          best = Math.min(best, 1 + rest);
        }
      }
    }
    return best;
  }

  /** After a letter or digit of another kind, or where letters of no alphabet stand. */
  private static boolean beginsWord(String text, int at) {
    char letter = text.charAt(at);
    if (!Character.isLetterOrDigit(letter)) {
      return false;
    }
    return at == 0
        || Character.isIdeographic(letter)
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || Character.isDigit(letter) != Character.isDigit(text.charAt(at - 1));
  }
}
