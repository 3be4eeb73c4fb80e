package io.aisle.store;

/**
 * Events by the number of their user or item, as compressed sparse rows.
 *
 * @param starts where each one's events begin, and behind the last
 * @param order numbers of events from 0; the order within a row is kept
 */
record Grouping(int[] starts, int[] order) {
  /**
   * By a counting sort.
   *
   * @param keys of the events, from 0 to below the count
   */
  static Grouping of(int[] keys, int count) {
    int[] starts = new int[count + 1];
    for (int key : keys) {
      starts[key + 1]++;
    }
    for (int i = 0; i < count; i++) {
      starts[i + 1] += starts[i];
    }
    int[] sorted = new int[keys.length];
    int[] next = starts.clone();
    for (int i = 0; i < keys.length; i++) {
      sorted[next[keys[i]]++] = i;
    }
    return new Grouping(starts, sorted);
  }
}
