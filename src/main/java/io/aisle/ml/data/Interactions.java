package io.aisle.ml.data;

import java.util.Arrays;

/**
 * Interactions in compressed sparse rows: for each user the items in the order of time. Immutable
 * and thread-safe as long as nobody writes to the arrays, which are shared, not copied.
 *
 * @param users number of rows
 * @param items size of the catalogue; item indices are below it
 * @param offsets {@code [users + 1]}; the row of user u is {@code [offsets[u], offsets[u + 1])}
 * @param item {@code [size]} item index of each interaction; ties of time stand in file order; an
 *     item may occur more than once in a row
 * @param value {@code [size]} weight of each interaction, 1 where the data have none
 * @param time {@code [size]} epoch seconds of each interaction; empty when the data have no times
 */
public record Interactions(
    int users, int items, int[] offsets, int[] item, float[] value, long[] time) {
  public Interactions {
    if (offsets.length != users + 1
        || offsets[users] != item.length
        || value.length != item.length) {
      throw new IllegalArgumentException(
          "the arrays of an interaction matrix do not fit each other");
    }
  }

  /** A matrix of the same shape without interactions. */
  public static Interactions empty(int users, int items) {
    return new Interactions(
        users, items, new int[users + 1], new int[0], new float[0], new long[0]);
  }

  public int size() {
    return item.length;
  }

  public int length(int user) {
    return offsets[user + 1] - offsets[user];
  }

  /** A copy of one user's items in the order of time. */
  public int[] row(int user) {
    return Arrays.copyOfRange(item, offsets[user], offsets[user + 1]);
  }

  /** Number of interactions of each item, {@code [items]}. */
  public double pairs() {
    double pairs = 0;
    for (int u = 0; u < users; u++) {
      pairs += (double) length(u) * length(u);
    }
    return pairs;
  }

  /** Users with at least one interaction. */
  public int activeUsers() {
    int active = 0;
    for (int u = 0; u < users; u++) {
      active += length(u) > 0 ? 1 : 0;
    }
    return active;
  }

  public int[] itemCounts() {
    int[] counts = new int[items];
    for (int i : item) {
      counts[i]++;
    }
    return counts;
  }

  public boolean hasTimes() {
    return time.length == item.length;
  }

  /** Each row followed by the other's row: a user's history of two parts. Same shape required. */
  public Interactions followedBy(Interactions later) {
    if (later.users != users || later.items != items) {
      throw new IllegalArgumentException("matrices of different shapes");
    }
    int[] joined = new int[users + 1];
    int[] allItems = new int[size() + later.size()];
    float[] allValues = new float[allItems.length];
    boolean times = hasTimes() && later.hasTimes();
    long[] allTimes = new long[times ? allItems.length : 0];
    for (int u = 0; u < users; u++) {
      int at = joined[u];
      at = append(u, at, allItems, allValues, allTimes, times);
      joined[u + 1] = later.append(u, at, allItems, allValues, allTimes, times);
    }
    return new Interactions(users, items, joined, allItems, allValues, allTimes);
  }

  /**
   * Each row merged with the other's row in the order of time, this one's interactions first among
   * equal times: a user's history of two parts that lie among each other, as those of a random
   * split do. Without times as {@link #followedBy}. Same shape required.
   */
  public Interactions mergedWith(Interactions other) {
    Interactions joined = followedBy(other);
    if (!joined.hasTimes()) {
      return joined;
    }
    for (int u = 0; u < users; u++) {
      int middle = joined.offsets[u] + length(u);
      if (length(u) > 0 && other.length(u) > 0 && joined.time[middle] < joined.time[middle - 1]) {
        merge(u, other, joined);
      }
    }
    return joined;
  }

  private void merge(int user, Interactions other, Interactions into) {
    int left = offsets[user];
    int right = other.offsets[user];
    for (int at = into.offsets[user]; at < into.offsets[user + 1]; at++) {
      boolean fromLeft =
          right == other.offsets[user + 1]
              || (left < offsets[user + 1] && time[left] <= other.time[right]);
      Interactions from = fromLeft ? this : other;
      int place = fromLeft ? left++ : right++;
      into.item[at] = from.item[place];
      into.value[at] = from.value[place];
      into.time[at] = from.time[place];
    }
  }

  private int append(
      int user, int at, int[] toItem, float[] toValue, long[] toTime, boolean times) {
    int length = length(user);
    System.arraycopy(item, offsets[user], toItem, at, length);
    System.arraycopy(value, offsets[user], toValue, at, length);
    if (times) {
      System.arraycopy(time, offsets[user], toTime, at, length);
    }
    return at + length;
  }
}
