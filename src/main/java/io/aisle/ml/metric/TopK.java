package io.aisle.ml.metric;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Selects the best items of a row of scores. Only what beats the worst of the best so far is looked
 * at twice, so a row costs little more than one pass over it. Confined to one thread: it holds the
 * heap.
 */
public final class TopK {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

  private final int depth;
  private final TieBreak ties;
  // a binary heap with the worst of the best at the root
  private final float[] score;
  private final int[] item;
  private int size;
  // what an item must reach to be looked at
  private float worst;
  private final LowerBound bound;

  /**
   * Makes a selector.
   *
   * @param depth length of the lists, at least 1
   */
  public TopK(int depth, TieBreak ties) {
    if (depth < 1) {
      throw new IllegalArgumentException("a list of " + depth + " items");
    }
    this.depth = depth;
    this.ties = ties;
    this.score = new float[depth];
    this.item = new int[depth];
    this.bound = new LowerBound(depth);
  }

  /**
   * Selects the items with the highest scores, best first; among equals the tie break decides.
   *
   * @param scores a matrix, row-major
   * @param from where the row starts
   * @param items length of the row; the item at {@code from + i} is i
   * @return length of the list: the depth, or less when fewer items have a score; items scored
   *     negative infinity or NaN are never listed
   */
  public int select(float[] scores, int from, int items) {
    size = 0;
    worst = bound.of(scores, from, items);
    int i = 0;
    for (; i + LANES.length() <= items; i += LANES.length()) {
      FloatVector part = FloatVector.fromArray(LANES, scores, from + i);
      long promising = part.compare(VectorOperators.GE, worst).toLong();
      while (promising != 0) {
        int lane = Long.numberOfTrailingZeros(promising);
        offer(scores[from + i + lane], i + lane);
        promising &= promising - 1;
      }
    }
    for (; i < items; i++) {
      offer(scores[from + i], i);
    }
    sort();
    return size;
  }

  private void offer(float candidate, int candidateItem) {
    if (!(candidate >= worst) || candidate == Float.NEGATIVE_INFINITY) {
      return;
    }
    if (size < depth) {
      push(candidate, candidateItem);
    } else if (better(candidate, candidateItem, score[0], item[0])) {
      sink(0, candidate, candidateItem, depth);
    }
    if (size == depth) {
      worst = score[0];
    }
  }

  /** The item at a rank of the last list, ranks from 0. */
  public int item(int rank) {
    return item[rank];
  }

  /** The score at a rank of the last list, ranks from 0. */
  public float score(int rank) {
    return score[rank];
  }

  private boolean better(float left, int leftItem, float right, int rightItem) {
    return left > right || (left == right && ties.of(leftItem) < ties.of(rightItem));
  }

  private void push(float candidate, int candidateItem) {
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!better(score[parent], item[parent], candidate, candidateItem)) {
        break;
      }
      score[hole] = score[parent];
      item[hole] = item[parent];
      hole = parent;
    }
    score[hole] = candidate;
    item[hole] = candidateItem;
  }

  /** Puts an element at a hole and lets it sink until everything below it is better. */
  private void sink(int start, float candidate, int candidateItem, int end) {
    int hole = start;
    while (2 * hole + 1 < end) {
      int child = 2 * hole + 1;
      if (child + 1 < end && better(score[child], item[child], score[child + 1], item[child + 1])) {
        child++;
      }
      if (!better(candidate, candidateItem, score[child], item[child])) {
        break;
      }
      score[hole] = score[child];
      item[hole] = item[child];
      hole = child;
    }
    score[hole] = candidate;
    item[hole] = candidateItem;
  }

  /** Heap sort: the worst goes to the end of what is left. */
  private void sort() {
    for (int end = size - 1; end > 0; end--) {
      float lastScore = score[end];
      int lastItem = item[end];
      score[end] = score[0];
      item[end] = item[0];
      sink(0, lastScore, lastItem, end);
    }
  }
}
