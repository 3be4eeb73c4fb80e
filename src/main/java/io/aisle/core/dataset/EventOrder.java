package io.aisle.core.dataset;

import it.unimi.dsi.fastutil.ints.IntArrays;

/** The order in which events are read. */
public final class EventOrder {
  private EventOrder() {}

  /** Numbers of events, user by user in the order of time; ties keep the order of the file. */
  public static int[] byUserAndTime(EventTable events, int[] wanted) {
    int[] next = new int[events.catalogue().users().size() + 1];
    for (int event : wanted) {
      next[events.user()[event] + 1]++;
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    int[] starts = next.clone();
    int[] ordered = new int[wanted.length];
    for (int event : wanted) {
      ordered[next[events.user()[event]]++] = event;
    }
    long[] millis = events.millis();
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
}
