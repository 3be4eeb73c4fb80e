package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.ml.model.PairNetwork;

/**
 * Carries a batch to the device, has a model compute and differentiate it, and carries the
 * gradients back: the embeddings of the batch and the dense weights are the leaves of the graph,
 * and nothing of a step stays behind.
 */
final class PairStep {
  private final Ops ops;
  private final PtNDManager manager;
  private final Layout layout;

  /**
   * @param manager above the one of each step
   */
  PairStep(Ops ops, PtNDManager manager, Layout layout) {
    this.ops = ops;
    this.manager = manager;
    this.layout = layout;
  }

  /** What a model does with a batch on the device: all of it, the backward pass included. */
  @FunctionalInterface
  interface Body {
    /**
     * @param weights the tensors of the layout
     * @param users {@code [userShape]}
     * @param items {@code [itemShape]}
     * @param step owns scratch arrays
     */
    PairNetwork.Loss backward(
        PtNDArray[] weights, PtNDArray users, PtNDArray items, PtNDManager step);
  }

  PairNetwork.Loss run(
      PairNetwork.Input input,
      PairNetwork.Gradients gradients,
      Shape userShape,
      Shape itemShape,
      Body body) {
    try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
      PtNDArray users = leaf(input.users(), userShape, step);
      PtNDArray items = leaf(input.items(), itemShape, step);
      PtNDArray dense = leaf(input.dense(), new Shape(layout.size()), step);
      PairNetwork.Loss loss;
      JniUtils.setGradMode(true);
      try {
        loss = body.backward(layout.cut(ops, dense), users, items, step);
      } finally {
        JniUtils.setGradMode(false);
      }
      read(users, gradients.users(), step);
      read(items, gradients.items(), step);
      read(dense, gradients.dense(), step);
      return loss;
    }
  }

  private PtNDArray leaf(float[] values, Shape shape, PtNDManager step) {
    PtNDArray array = write(values, shape, step);
    JniUtils.attachGradient(array, true);
    ops.count(7);
    return array;
  }

  /** An array in memory that libtorch allocated, because kernels may round by alignment. */
  static PtNDArray write(float[] values, Shape shape, PtNDManager manager) {
    PtNDArray array = (PtNDArray) manager.zeros(shape);
    DeviceMemory.write(array, values);
    return array;
  }

  private void read(PtNDArray leaf, float[] into, PtNDManager step) {
    PtNDArray gradient = JniUtils.getGradient(leaf);
    gradient.attach(step);
    float[] values = gradient.toFloatArray();
    System.arraycopy(values, 0, into, 0, into.length);
    ops.count(4);
  }
}
