package io.aisle.core.dataset;

import java.util.Arrays;

/** The events that are left when users and items with too few of them are taken away. */
public final class KCore {
  private KCore() {}

  /**
   * Takes users and items with too few events away until all that are left have enough.
   *
   * @param users number of users
   * @param leastUser least events of a user; up to 1 keeps all
   * @param items number of items
   * @param leastItem least events of an item; up to 1 keeps all
   * @param events numbers of the events to begin with
   * @return the numbers that are left, in the same order
   */
  public static int[] of(
      int[] user, int users, int leastUser, int[] item, int items, int leastItem, int[] events) {
    int[] kept = events;
    int before = -1;
    while ((leastUser > 1 || leastItem > 1) && kept.length != before) {
      before = kept.length;
      int[] ofUser = counts(kept, user, users);
      int[] ofItem = counts(kept, item, items);
      int[] left = new int[kept.length];
      int count = 0;
      for (int event : kept) {
        if (ofUser[user[event]] >= leastUser && ofItem[item[event]] >= leastItem) {
          left[count++] = event;
        }
      }
      kept = Arrays.copyOf(left, count);
    }
    return kept;
  }

  /** How many of some events each key has. */
  static int[] counts(int[] events, int[] keys, int size) {
    int[] counts = new int[size];
    for (int event : events) {
      counts[keys[event]]++;
    }
    return counts;
  }
}
