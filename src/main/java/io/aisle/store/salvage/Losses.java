package io.aisle.store.salvage;

/** What could not be read of a map. Confined to one thread. */
final class Losses {
  private int pages;
  private long entries;

  /**
   * @param expected entries that stood in the page and those under it; -1 when nobody knows
   */
  void page(long expected) {
    pages++;
    entries += Math.max(0, expected);
  }

  boolean any() {
    return pages > 0;
  }

  /** At least so many entries are lost. */
  long entries() {
    return entries;
  }
}
