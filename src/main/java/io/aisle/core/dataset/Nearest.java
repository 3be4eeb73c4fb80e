package io.aisle.core.dataset;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaccardDistance;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a mistyped name was probably meant to be, by edit distance; case does not count. */
public final class Nearest {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::edits)
          .thenComparingDouble(Candidate::otherLetters)
          .thenComparing(Candidate::name);

  private Nearest() {}

  /**
   * The known names nearest to a given one, best first. Of equal distances, the one that shares
   * more letters comes first, so that swapped letters are recognised; then the alphabet decides.
   *
   * @param count at most so many
   */
  public static List<String> of(String given, Collection<String> known, int count) {
    String lower = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .map(name -> Candidate.of(name, lower))
        .sorted(BEST_FIRST)
        .limit(count)
        .map(Candidate::name)
        .toList();
  }

  /** " (the nearest is "x")", or "" when nothing is known. */
  static String hint(String given, Collection<String> known) {
    return of(given, known, 1).stream()
        .findFirst()
        .map(" (the nearest is \"%s\")"::formatted)
        .orElse("");
  }

  /** How far a known name is from what was given. */
  private record Candidate(String name, int edits, double otherLetters) {
    static Candidate of(String name, String given) {
      String lower = name.toLowerCase(Locale.ROOT);
      return new Candidate(
          name,
          LevenshteinDistance.getDefaultInstance().apply(given, lower),
          new JaccardDistance().apply(given, lower));
    }
  }
}
