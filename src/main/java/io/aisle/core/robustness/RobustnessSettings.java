package io.aisle.core.robustness;

import io.aisle.domain.InputException;
import java.util.Comparator;
import java.util.List;

/**
 * What is measured.
 *
 * @param users drawn among those who are judged and have a history; all when there are fewer
 * @param rounds draws of what is random, over which each user's values are averaged
 * @param seed of all draws
 * @param shares of a history's events that are replaced or dropped, ascending, between 0 and 1
 * @param injected numbers of events that are put into a history, ascending
 * @param kept numbers of events that a cut leaves, descending
 */
public record RobustnessSettings(
    int users,
    int rounds,
    long seed,
    List<Double> shares,
    List<Integer> injected,
    List<Integer> kept) {
  private static final int MOST_EVENTS = 1000;
  private static final int MOST_ROUNDS = 20;

  public static final RobustnessSettings DEFAULTS =
      new RobustnessSettings(
          1000, 3, 42, List.of(0.1, 0.2, 0.4), List.of(1, 3, 10), List.of(5, 3, 2, 1));

  /**
   * @throws InputException when a value is out of its range
   */
  public RobustnessSettings {
    if (users < 1 || rounds < 1 || rounds > MOST_ROUNDS) {
      throw new InputException(
          "robustness is measured with %d users and %d rounds, but it takes at least one user and 1 to %d rounds"
              .formatted(users, rounds, MOST_ROUNDS));
    }
    shares = shares.stream().sorted().distinct().toList();
    injected = injected.stream().sorted().distinct().toList();
    kept = kept.stream().sorted(Comparator.reverseOrder()).distinct().toList();
    if (shares.isEmpty() || shares.stream().anyMatch(share -> !(share > 0 && share < 1))) {
      throw new InputException(
          "the shares of noise and of missing events are %s, but each lies between 0 and 1"
              .formatted(shares));
    }
    if (injected.isEmpty()
        || kept.isEmpty()
        || injected.getFirst() < 1
        || kept.getLast() < 1
        || Math.max(injected.getLast(), kept.getFirst()) > MOST_EVENTS) {
      throw new InputException(
          "the numbers of events put in are %s and of events kept %s, but each is 1 to %d"
              .formatted(injected, kept, MOST_EVENTS));
    }
  }

  /** The same with other users and another seed. */
  public RobustnessSettings with(int otherUsers, long otherSeed) {
    return new RobustnessSettings(otherUsers, rounds, otherSeed, shares, injected, kept);
  }
}
