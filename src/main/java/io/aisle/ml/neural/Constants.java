package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/** Makes scalars on the device that live as long as a manager. */
record Constants(PtNDManager manager) {
  PtNDArray of(double value) {
    return (PtNDArray) manager.create(new float[] {(float) value}, new Shape());
  }
}
