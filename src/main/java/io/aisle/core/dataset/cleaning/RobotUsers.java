package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.profile.RobotRule;
import io.aisle.domain.data.CleaningStep;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.BitSet;

/** Drops users who act like programs. */
final class RobotUsers {
  private RobotUsers() {}

  static void drop(EventFrame frame, CleaningStep.Robots step) {
    RobotRule rule =
        new RobotRule(
            step.perHour().orElse(RobotRule.NEVER),
            step.perDay().orElse(RobotRule.NEVER),
            step.variation().orElse(0));
    double most = step.catalogueShare().orElse(2) * frame.catalogue().items().size();
    BitSet robots = new BitSet();
    int[] rows = frame.byUserAndTime();
    for (int from = 0, to; from < rows.length; from = to) {
      int user = frame.user()[rows[from]];
      to = from;
      while (to < rows.length && frame.user()[rows[to]] == user) {
        to++;
      }
      if (rule.suspicious(times(frame, rows, from, to)) || items(frame, rows, from, to) >= most) {
        robots.set(user);
      }
    }
    frame.keep(event -> !robots.get(frame.user()[event]));
  }

  private static long[] times(EventFrame frame, int[] rows, int from, int to) {
    long[] times = new long[to - from];
    for (int i = from; i < to; i++) {
      times[i - from] = frame.millis()[rows[i]];
    }
    return times;
  }

  private static int items(EventFrame frame, int[] rows, int from, int to) {
    IntOpenHashSet items = new IntOpenHashSet();
    for (int i = from; i < to; i++) {
      items.add(frame.item()[rows[i]]);
    }
    return items.size();
  }
}
