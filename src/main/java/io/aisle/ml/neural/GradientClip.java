package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * Shortens gradients to a longest joint Euclidean norm (Pascanu and others, 2013). The norm stays
 * on the device, so nothing waits for it.
 */
record GradientClip(double longest) {
  private static final double TINY = 1e-6;

  /**
   * Scales gradients in place when together they are longer than allowed.
   *
   * @param step owns scratch arrays
   * @param gradients of any shapes
   */
  void apply(Ops ops, PtNDManager step, PtNDArray... gradients) {
    if (longest <= 0) {
      return;
    }
    Constants constants = new Constants(step);
    PtNDArray sum = constants.of(TINY * TINY);
    for (PtNDArray gradient : gradients) {
      PtNDArray flat = ops.reshape(gradient, -1);
      flat.attach(step);
      ops.addTo(sum, ops.dot(flat, flat));
    }
    PtNDArray factor = constants.of(longest);
    ops.divideInto(factor, ops.sqrt(sum));
    factor = ops.atMostOne(factor);
    for (PtNDArray gradient : gradients) {
      ops.multiplyInto(gradient, factor);
    }
    ops.count(4);
  }
}
