package io.aisle.ml.rerank;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Applies steps to the best items of a list, one after the other. The scores of the model are first
 * brought to a scale that rules can be written for: 1 for the best item of the list, 0 for the
 * last, linear between; where all are equal, 1. Thread-safe.
 */
public final class Reranker {
  /** Changes nothing. */
  public static final Reranker NONE = new Reranker(List.of(), new boolean[0], 0);

  /** Items of a list that rules see, however short the list is to be. */
  public static final int DEPTH = 200;

  private final List<RankStep> steps;
  private final boolean[] blocked;
  private final int depth;

  /**
   * @param blocked items of the catalogue that are never listed; empty for none
   * @param depth items that the steps want to see at least
   */
  public Reranker(List<RankStep> steps, boolean[] blocked, int depth) {
    this.steps = List.copyOf(steps);
    this.blocked = blocked.clone();
    this.depth = depth;
  }

  public boolean changesNothing() {
    return steps.isEmpty() && blocked.length == 0;
  }

  /** How long the list of the model must be for a list of so many places. */
  public int depth(int places) {
    return changesNothing() ? places : Math.max(places, Math.max(DEPTH, depth));
  }

  /** Takes away what is blocked, before the best are chosen. */
  public void mask(float[] scores, int row) {
    for (int item = 0; item < blocked.length; item++) {
      if (blocked[item]) {
        scores[row + item] = Float.NEGATIVE_INFINITY;
      }
    }
  }

  /**
   * The list after all steps.
   *
   * @param items best first, none twice
   * @param scores of the items, falling
   * @param allowed what this user may be given at all, listed or not
   */
  public Ranked rerank(int[] items, float[] scores, IntPredicate allowed) {
    Ranked list = new Ranked(items.clone(), scaled(scores), allowed);
    steps.forEach(step -> step.apply(list));
    return list;
  }

  private static float[] scaled(float[] scores) {
    float[] scaled = new float[scores.length];
    if (scores.length == 0) {
      return scaled;
    }
    double last = scores[scores.length - 1];
    double range = scores[0] - last;
    for (int place = 0; place < scaled.length; place++) {
      scaled[place] = range > 0 ? (float) ((scores[place] - last) / range) : 1;
    }
    return scaled;
  }
}
