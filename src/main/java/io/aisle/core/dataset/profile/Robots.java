package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Users who act like programs: at 200 or more different moments of one day, or at 50 or more
 * moments that follow each other as regularly as a clock (the gaps vary by less than a tenth).
 */
final class Robots {
  private static final long DAY = 86_400_000L;
  private static final int MOMENTS_A_DAY = 200;
  private static final int REGULAR = 50;
  private static final double VARIATION = 0.1;

  private Robots() {}

  static Finding find(EventIndex index) {
    EventTable events = index.events();
    Groups users = index.byUser();
    BitSet robots = new BitSet();
    long theirs = 0;
    for (int user = 0; user < index.userEvents().length; user++) {
      if (index.userEvents()[user] >= REGULAR && suspicious(moments(events, users, user))) {
        robots.set(user);
        theirs += index.userEvents()[user];
      }
    }
    Finding found = Finding.users(index, robots::get, 0, 1.1);
    return 5 * theirs < events.size() || theirs == 0 ? found : found.at(QualityCheck.Severity.BAD);
  }

  private static long[] moments(EventTable events, Groups users, int user) {
    int from = users.start()[user];
    long[] moments = new long[users.start()[user + 1] - from];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = events.millis()[users.events()[from + i]];
    }
    return moments;
  }

  private static boolean suspicious(long[] millis) {
    long[] distinct =
        Arrays.stream(millis).filter(at -> at != EventTable.NO_TIME).sorted().distinct().toArray();
    return busiestDay(distinct) >= MOMENTS_A_DAY
        || distinct.length >= REGULAR && variation(distinct) < VARIATION;
  }

  private static int busiestDay(long[] sorted) {
    int most = 0;
    int inDay = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean same = i > 0 && Math.floorDiv(sorted[i], DAY) == Math.floorDiv(sorted[i - 1], DAY);
      inDay = same ? inDay + 1 : 1;
      most = Math.max(most, inDay);
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
