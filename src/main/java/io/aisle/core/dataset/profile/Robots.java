package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
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
    Groups users = index.byUser();
    BitSet robots = new BitSet();
    long theirs = 0;
    for (int user = 0; user < index.userEvents().length; user++) {
      if (index.userEvents()[user] >= RobotRule.REGULAR
          && RULE.suspicious(moments(events, users, user))) {
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
}
