package io.aisle.ml.kernel;

import java.util.Arrays;

/**
 * Keeps the largest few of many scored indices: a heap whose root is the worst one kept. Of equal
 * scores the smaller index wins, so the result does not depend on the order of the offers. For one
 * thread.
 */
public final class TopNeighbours {
  private final int[] index;
  private final double[] score;
  private int size;

  /**
   * @param capacity how many are kept, at least 1
   */
  public TopNeighbours(int capacity) {
    this.index = new int[capacity];
    this.score = new double[capacity];
  }

  public void clear() {
    size = 0;
  }

  public void offer(int candidate, double value) {
    if (size < index.length) {
      up(size++, candidate, value);
    } else if (worse(index[0], score[0], candidate, value)) {
      down(candidate, value);
    }
  }

  /** The indices kept, ascending; a copy. */
  public int[] indices() {
    int[] sorted = Arrays.copyOf(index, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private void up(int from, int candidate, double value) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!worse(candidate, value, index[parent], score[parent])) {
        break;
      }
      index[at] = index[parent];
      score[at] = score[parent];
      at = parent;
    }
    index[at] = candidate;
    score[at] = value;
  }

  private void down(int candidate, double value) {
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size
          && worse(index[child + 1], score[child + 1], index[child], score[child])) {
        child++;
      }
      if (!worse(index[child], score[child], candidate, value)) {
        break;
      }
      index[at] = index[child];
      score[at] = score[child];
      at = child;
    }
    index[at] = candidate;
    score[at] = value;
  }

  private static boolean worse(int a, double scoreA, int b, double scoreB) {
    return scoreA < scoreB || (scoreA == scoreB && a > b);
  }
}
