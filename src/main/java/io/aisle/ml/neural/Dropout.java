package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/** Drops activations in training; does nothing while scoring. */
interface Dropout {
  Dropout NONE = (ops, x) -> x;

  /** The array with a share of its values set to 0 and the rest scaled up to keep the mean. */
  PtNDArray apply(Ops ops, PtNDArray x);
}
