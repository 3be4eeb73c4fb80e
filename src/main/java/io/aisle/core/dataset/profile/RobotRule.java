package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import java.util.Arrays;

/**
 * By which times of a user's events a program is told from a human. Moments are different times.
 *
 * @param perHour moments in one hour from this many on
 * @param perDay moments in one day (UTC) from this many on
 * @param variation at least {@link #REGULAR} moments whose gaps vary less than this: standard
 *     deviation by mean; 0 for never
 */
public record RobotRule(int perHour, int perDay, double variation) {
  /** A number of moments that nobody has. */
  public static final int NEVER = Integer.MAX_VALUE;

  /** Moments without which nothing is said of their regularity. */
  public static final int REGULAR = 50;

  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;

  /**
   * @param millis times of all events of one user, in any order
   */
  public boolean suspicious(long[] millis) {
    long[] distinct =
        Arrays.stream(millis).filter(at -> at != EventTable.NO_TIME).sorted().distinct().toArray();
    return most(distinct, DAY) >= perDay
        || most(distinct, HOUR) >= perHour
        || distinct.length >= REGULAR && variation(distinct) < variation;
  }

  private static int most(long[] sorted, long window) {
    int most = 0;
    int inside = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean same =
          i > 0 && Math.floorDiv(sorted[i], window) == Math.floorDiv(sorted[i - 1], window);
      inside = same ? inside + 1 : 1;
      most = Math.max(most, inside);
    }
    return most;
  }

  /** Standard deviation of the gaps over their mean. */
  private static double variation(long[] sorted) {
    int gaps = sorted.length - 1;
    double mean = (double) (sorted[gaps] - sorted[0]) / gaps;
    double squares = 0;
    for (int i = 0; i < gaps; i++) {
      double off = sorted[i + 1] - sorted[i] - mean;
      squares += off * off;
    }
    return Math.sqrt(squares / gaps) / mean;
  }
}
