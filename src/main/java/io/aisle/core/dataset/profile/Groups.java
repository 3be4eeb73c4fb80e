package io.aisle.core.dataset.profile;

/**
 * Events put together by a key, those of a key in the order of the file (a counting sort).
 *
 * @param start {@code [keys + 1]} where each key's entries begin
 * @param events {@code [events with a key]} places of events, key by key
 */
record Groups(int[] start, int[] events) {
  /**
   * @param keys {@code [events]} number of the key of each event; -1 leaves it out
   * @param counts {@code [keys]} events of each key
   */
  static Groups of(int[] keys, int[] counts) {
    int[] start = new int[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      start[i + 1] = start[i] + counts[i];
    }
    int[] next = start.clone();
    int[] events = new int[start[counts.length]];
    for (int event = 0; event < keys.length; event++) {
      if (keys[event] >= 0) {
        events[next[keys[event]]++] = event;
      }
    }
    return new Groups(start, events);
  }

  int size() {
    return start.length - 1;
  }
}
