package io.aisle.ml.metric;

/**
 * The order of items that have equal scores: a seeded hash of the item's index. Breaking ties by
 * index would favour whatever the file happened to list first, which flatters or harms models with
 * many equal scores.
 *
 * @param seed of the hash; the same seed gives the same order
 */
public record TieBreak(long seed) {
  /**
   * The item's place among equals; the lower one comes first. No two items share one, because every
   * step of the hash can be undone.
   */
  public int of(int item) {
    return mix(mix(item ^ (int) seed) + (int) (seed >>> 32));
  }

  /** A bijective mixer of 32 bits ("lowbias32" of C. Wellons' hash-prospector). */
  private static int mix(int value) {
    int x = value;
    x ^= x >>> 16;
    x *= 0x7feb352d;
    x ^= x >>> 15;
    x *= 0x846ca68b;
    x ^= x >>> 16;
    return x;
  }
}
