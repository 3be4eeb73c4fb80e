package io.aisle.ml.neural;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Copies numbers into arrays on the device. */
final class DeviceMemory {
  private DeviceMemory() {}

  /**
   * Overwrites an array. Parameters are written into memory that libtorch allocated, never made
   * from a Java buffer: kernels may round differently by alignment, and a loaded model has to give
   * the scores of the one that was saved.
   */
  static void write(PtNDArray array, float[] values) {
    boolean gradient = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try (NDManager scratch = array.getManager().newSubManager()) {
      scratch.create(values, array.getShape()).copyTo(array);
    } finally {
      JniUtils.setGradMode(gradient);
    }
  }
}
