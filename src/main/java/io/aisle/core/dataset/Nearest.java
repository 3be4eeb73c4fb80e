package io.aisle.core.dataset;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerDistance;

/** Finds what somebody probably meant. */
final class Nearest {
  private static final JaroWinklerDistance DISTANCE = new JaroWinklerDistance();

  private Nearest() {}

  /** The known name most like a given one; empty when nothing is known. */
  static Optional<String> of(String given, Collection<String> known) {
    String wanted = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(
            Comparator.comparingDouble(
                name -> DISTANCE.apply(wanted, name.toLowerCase(Locale.ROOT))));
  }

  /** " (the nearest is "x")", or "" when nothing is known. */
  static String hint(String given, Collection<String> known) {
    return of(given, known).map(" (the nearest is \"%s\")"::formatted).orElse("");
  }
}
