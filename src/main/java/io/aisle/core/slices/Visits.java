package io.aisle.core.slices;

import io.aisle.ml.data.Interactions;

/**
 * The visits of users, cut where nothing happened for half an hour, as is usual where the data do
 * not say what belongs together.
 */
final class Visits {
  static final long NEVER = Long.MIN_VALUE;
  private static final long GAP = 30 * 60;
  private static final long DAY = 24 * 60 * 60;

  private final Interactions history;

  /**
   * @param history with times
   */
  Visits(Interactions history) {
    this.history = history;
  }

  /** Number of visits of a user; 0 for one without a history. */
  int count(int user) {
    int visits = history.length(user) > 0 ? 1 : 0;
    for (int at = history.offsets()[user] + 1; at < history.offsets()[user + 1]; at++) {
      visits += history.time()[at] - history.time()[at - 1] > GAP ? 1 : 0;
    }
    return visits;
  }

  /** Mean number of items of a visit, to one decimal; NaN for a user without one. */
  double size(int user) {
    int visits = count(user);
    return visits == 0 ? Double.NaN : Math.round(10.0 * history.length(user) / visits) / 10.0;
  }

  /** Whole days from one moment to another; NaN when there is none. */
  double daysBetween(long from, long to) {
    return from == NEVER || to == NEVER ? Double.NaN : Math.floorDiv(to - from, DAY);
  }
}
