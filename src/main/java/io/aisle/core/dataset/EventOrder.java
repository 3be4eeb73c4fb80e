package io.aisle.core.dataset;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/** The order in which events are read, and what stays of events that repeat one another. */
public final class EventOrder {
  private EventOrder() {}

  /** Numbers of events, user by user in the order of time; ties keep the order of the file. */
  static int[] byUserAndTime(EventTable events, int[] wanted) {
    return byUserAndTime(events.user(), events.catalogue().users().size(), events.millis(), wanted);
  }

  /**
   * As {@link #byUserAndTime(EventTable, int[])}, of columns.
   *
   * @param users number of users
   * @param wanted numbers of events, ascending
   */
  public static int[] byUserAndTime(int[] user, int users, long[] millis, int[] wanted) {
    int[] next = new int[users + 1];
    for (int event : wanted) {
      next[user[event] + 1]++;
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    int[] starts = next.clone();
    int[] ordered = new int[wanted.length];
    for (int event : wanted) {
      ordered[next[user[event]]++] = event;
    }
    for (int u = 0; u + 1 < starts.length; u++) {
      if (!sorted(millis, ordered, starts[u], starts[u + 1])) {
        IntArrays.mergeSort(
            ordered, starts[u], starts[u + 1], (a, b) -> Long.compare(millis[a], millis[b]));
      }
    }
    return ordered;
  }

  private static boolean sorted(long[] millis, int[] order, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (millis[order[i]] < millis[order[i - 1]]) {
        return false;
      }
    }
    return true;
  }

  /**
   * One event of each user and item.
   *
   * @param ordered numbers of events, user by user
   * @param last whether the last one stays and not the first
   * @return those that stay, in the same order
   */
  public static int[] onePerPair(int[] user, int[] item, int[] ordered, boolean last) {
    boolean[] drop = new boolean[ordered.length];
    IntOpenHashSet seen = new IntOpenHashSet();
    int current = -1;
    for (int step = 0; step < ordered.length; step++) {
      int at = last ? ordered.length - 1 - step : step;
      if (user[ordered[at]] != current) {
        current = user[ordered[at]];
        seen.clear();
      }
      drop[at] = !seen.add(item[ordered[at]]);
    }
    int count = 0;
    int[] kept = new int[ordered.length];
    for (int i = 0; i < ordered.length; i++) {
      if (!drop[i]) {
        kept[count++] = ordered[i];
      }
    }
    return Arrays.copyOf(kept, count);
  }
}
