package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Users who act like programs: at 200 or more different moments of one day, or at 50 or more
 * moments that follow each other as regularly as a clock (the gaps vary by less than a tenth).
 */
final class Robots {
  private static final RobotRule RULE = new RobotRule(RobotRule.NEVER, 200, 0.1);

  private Robots() {}

  static Finding find(EventIndex index) {
    EventTable events = index.events();
    int[] start = new int[index.userEvents().length + 1];
    for (int user = 0; user < index.userEvents().length; user++) {
      start[user + 1] = start[user] + index.userEvents()[user];
    }
    int[] next = start.clone();
    long[] moments = new long[events.size()];
    for (int event = 0; event < events.size(); event++) {
      moments[next[events.user()[event]]++] = events.millis()[event];
    }
    BitSet robots = new BitSet();
    long theirs = 0;
    for (int user = 0; user < index.userEvents().length; user++) {
      if (index.userEvents()[user] >= RobotRule.REGULAR
          && RULE.suspicious(Arrays.copyOfRange(moments, start[user], start[user + 1]))) {
        robots.set(user);
        theirs += index.userEvents()[user];
      }
    }
    Finding found = EventChecks.users(index, robots::get, 0, 1.1);
    return 5 * theirs < events.size() || theirs == 0
        ? found
        : new Finding(
            found.unit(),
            QualityCheck.Severity.BAD,
            found.count(),
            found.of(),
            found.examples(),
            found.rows());
  }
}
