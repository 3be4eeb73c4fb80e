package io.aisle.ml.rerank;

/** How alike items are, from 0 to 1. Thread-safe. */
@FunctionalInterface
public interface Likeness {
  /** How alike the others are to one item; asked for many others at a time. */
  Row from(int item);

  /** How alike another item is. */
  @FunctionalInterface
  interface Row {
    double to(int other);
  }

  /**
   * Values of both items divided by values of either (Jaccard); 0 when neither has one.
   *
   * @param values of each item, ascending
   */
  static Likeness jaccard(int[][] values) {
    return item -> other -> jaccard(values[item], values[other]);
  }

  private static double jaccard(int[] one, int[] other) {
    int shared = 0;
    int left = 0;
    int right = 0;
    while (left < one.length && right < other.length) {
      int difference = Integer.compare(one[left], other[right]);
      shared += difference == 0 ? 1 : 0;
      left += difference <= 0 ? 1 : 0;
      right += difference >= 0 ? 1 : 0;
    }
    int either = one.length + other.length - shared;
    return either == 0 ? 0 : (double) shared / either;
  }
}
