package io.aisle.ml.embedding;

/**
 * Part of an array of items, oldest first, as what a user did before.
 *
 * @param item shared
 * @param from first index
 * @param to index behind the last
 * @param skip an index that does not belong to it, the interaction to be predicted; -1 for none
 */
public record History(int[] item, int from, int to, int skip) {
  /** The first index when no more than so many of the newest items are read. */
  public int start(int most) {
    int start = Math.max(from, to - most);
    return skips(start) ? Math.max(from, start - 1) : start;
  }

  /** Whether the skipped index lies at or behind another and within the history. */
  public boolean skips(int start) {
    return skip >= start && skip < to;
  }

  /** Items when no more than so many of the newest are read. */
  public int length(int most) {
    int start = start(most);
    return to - start - (skips(start) ? 1 : 0);
  }
}
