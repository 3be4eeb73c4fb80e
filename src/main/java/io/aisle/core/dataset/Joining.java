package io.aisle.core.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * What of a file joins with a data set that is there.
 *
 * @param named how many different ids its rows name; of queries and reviews: how many there are
 * @param known how many of these the data set has; of reviews: those of users and items it has
 * @param restTaken whether the others come in as new entries
 * @param missing some that the data set does not have
 */
public record Joining(
    Part part, Path file, long named, long known, boolean restTaken, List<String> missing) {
  /** What a file holds. */
  public enum Part {
    EVENTS,
    ITEMS,
    USERS,
    JUDGEMENTS,
    QUERIES,
    TRIPLES,
    REVIEWS
  }

  public Joining {
    missing = List.copyOf(missing);
  }

  static Joining of(Part part, Path file, Names names, boolean restTaken) {
    return new Joining(part, file, names.all(), names.known(), restTaken, names.examples());
  }
}
