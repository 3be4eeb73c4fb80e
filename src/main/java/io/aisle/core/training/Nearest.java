package io.aisle.core.training;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a mistyped name was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known names nearest to a wanted one by edit distance, best first.
   *
   * @param count at most so many
   */
  public static List<String> of(String wanted, Collection<String> known, int count) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String lower = wanted.toLowerCase(Locale.ROOT);
    Comparator<String> byDistance =
        Comparator.comparingInt(name -> distance.apply(lower, name.toLowerCase(Locale.ROOT)));
    return known.stream().sorted(byDistance.thenComparing(name -> name)).limit(count).toList();
  }
}
