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
  Result backward(Ops ops, PtNDArray encoded, PtNDArray items, Targets targets, PtNDManager step);

  /**
   * What positions should predict.
   *
   * @param items {@code [positions]}, int64; 0 where there is no target
   * @param weights {@code [positions, 1]}: 1 for a target and 0 for padding; null when all are
   *     targets
   * @param positions length of both
   * @param count number of targets, at least 1
   */
  record Targets(PtNDArray items, PtNDArray weights, int positions, int count) {}

  /**
   * What came out.
   *
   * @param loss sum over the targets, a scalar array
   * @param itemGradient {@code [items, d]}, to be added to the gradient that the graph gave; null
   *     when the graph gave all
   */
  record Result(PtNDArray loss, PtNDArray itemGradient) {}
}
