package io.aisle.core.dataset;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerDistance;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a mistyped name was probably meant to be, by edit distance; case does not count. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known names nearest to a given one, best first. Between equal distances, which swapped
   * letters bring about, the likeness by Jaro and Winkler decides, then the alphabet.
   *
   * @param count at most so many
   */
  public static List<String> of(String given, Collection<String> known, int count) {
    LevenshteinDistance edits = LevenshteinDistance.getDefaultInstance();
    JaroWinklerDistance likeness = new JaroWinklerDistance();
    String lower = given.toLowerCase(Locale.ROOT);
    Comparator<String> byEdits =
        Comparator.comparingInt(name -> edits.apply(lower, name.toLowerCase(Locale.ROOT)));
    Comparator<String> byLikeness =
        Comparator.comparingDouble(name -> likeness.apply(lower, name.toLowerCase(Locale.ROOT)));
    return known.stream()
        .sorted(byEdits.thenComparing(byLikeness).thenComparing(Comparator.naturalOrder()))
        .limit(count)
        .toList();
  }

  /** " (the nearest is "x")", or "" when nothing is known. */
  static String hint(String given, Collection<String> known) {
    return of(given, known, 1).stream()
        .findFirst()
        .map(" (the nearest is \"%s\")"::formatted)
        .orElse("");
  }
}
