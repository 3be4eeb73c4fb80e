package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/** A training objective over encoded positions; runs the backward pass itself. */
interface SequenceLoss {
  /**
   * Adds the gradient of the mean loss to everything that the encoding was computed from.
   *
   * @param encoded {@code [positions, d]}, with a graph behind it
   * @param items the item table {@code [items, d]}, part of the same graph
   * @param targets the positions' next items
   * @param step owns scratch arrays
   */
  Backward backward(Ops ops, PtNDArray encoded, PtNDArray items, Targets targets, PtNDManager step);

  /**
   * What positions should predict.
   *
   * @param items {@code [positions]}, int64; 0 where there is no target
   * @param weights {@code [positions, 1]} how much each counts, 0 at padding; null when each counts
   *     1
   * @param negatives {@code [positions * draws]} items that they are compared with; null without
   * @param positions number of targets
   * @param count sum of the weights
   */
  record Targets(
      PtNDArray items, PtNDArray weights, PtNDArray negatives, int positions, double count) {}
}
