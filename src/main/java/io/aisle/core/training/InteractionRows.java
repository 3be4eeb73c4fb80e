package io.aisle.core.training;

import io.aisle.ml.data.Interactions;
import java.util.Arrays;

/**
 * Interactions as they are read, row after row, in growing columns; then sorted into a matrix.
 * Confined to one thread.
 */
final class InteractionRows {
  private int[] user = new int[1024];
  private int[] item = new int[1024];
  private float[] value = new float[1024];
  private long[] time = new long[1024];
  private int size;
  private final boolean times;

  /**
   * @param times whether the rows have times
   */
  InteractionRows(boolean times) {
    this.times = times;
  }

  void add(int itsUser, int itsItem, float itsValue, long itsTime) {
    if (size == user.length) {
      int more = size + (size >> 1);
      user = Arrays.copyOf(user, more);
      item = Arrays.copyOf(item, more);
      value = Arrays.copyOf(value, more);
      time = Arrays.copyOf(time, more);
    }
    user[size] = itsUser;
    item[size] = itsItem;
    value[size] = itsValue;
    time[size] = itsTime;
    size++;
  }

  int size() {
    return size;
  }

  boolean times() {
    return times || size == 0;
  }

  /** Gives every row the new index of its user and item. */
  void renumber(int[] users, int[] items) {
    for (int r = 0; r < size; r++) {
      user[r] = users[user[r]];
      item[r] = items[item[r]];
    }
  }

  /**
   * The rows by user, within a user by time; rows of one time keep their order.
   *
   * @param withTimes whether the matrix is to have times
   */
  Interactions matrix(int users, int items, boolean withTimes) {
    int[] offsets = new int[users + 1];
    for (int r = 0; r < size; r++) {
      offsets[user[r] + 1]++;
    }
    for (int u = 0; u < users; u++) {
      offsets[u + 1] += offsets[u];
    }
    int[] order = new int[size];
    int[] next = Arrays.copyOf(offsets, users);
    for (int r = 0; r < size; r++) {
      order[next[user[r]]++] = r;
    }
    if (withTimes) {
      for (int u = 0; u < users; u++) {
        sortByTime(order, offsets[u], offsets[u + 1]);
      }
    }
    return gather(users, items, offsets, order, withTimes);
  }

  private Interactions gather(int users, int items, int[] offsets, int[] order, boolean withTimes) {
    int[] items1 = new int[size];
    float[] values = new float[size];
    long[] itsTimes = new long[withTimes ? size : 0];
    for (int at = 0; at < size; at++) {
      items1[at] = item[order[at]];
      values[at] = value[order[at]];
      if (withTimes) {
        itsTimes[at] = time[order[at]];
      }
    }
    return new Interactions(users, items, offsets, items1, values, itsTimes);
  }

  private void sortByTime(int[] order, int from, int to) {
    boolean sorted = true;
    for (int at = from + 1; at < to && sorted; at++) {
      sorted = time[order[at - 1]] <= time[order[at]];
    }
    if (sorted) {
      return;
    }
    Integer[] rows = new Integer[to - from];
    for (int at = from; at < to; at++) {
      rows[at - from] = order[at];
    }
    Arrays.sort(rows, (a, b) -> Long.compare(time[a], time[b]));
    for (int at = from; at < to; at++) {
      order[at] = rows[at - from];
    }
  }
}
