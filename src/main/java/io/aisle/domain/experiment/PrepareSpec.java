package io.aisle.domain.experiment;

import io.aisle.domain.data.EventKind;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Which events become interactions.
 *
 * @param kinds kinds that are kept; empty keeps all
 * @param minValue events with a smaller value are left out; an event without a value is kept
 * @param repeats which event of one user and item is kept
 * @param core users and items with fewer interactions are taken away until none is left; 0 or 1
 *     keeps all
 */
public record PrepareSpec(
    Set<EventKind> kinds, OptionalDouble minValue, Repeats repeats, int core) {
  public static final PrepareSpec DEFAULTS =
      new PrepareSpec(Set.of(), OptionalDouble.empty(), Repeats.FIRST, 5);

  /** For splits that were made elsewhere: everything is taken as it stands. */
  public static final PrepareSpec AS_GIVEN =
      new PrepareSpec(Set.of(), OptionalDouble.empty(), Repeats.ALL, 0);

  /** Which event of one user and item is kept. */
  public enum Repeats {
    FIRST,
    LAST,
    ALL
  }
}
