package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Batches on the device, all numbers of a field in one array, of which a batch reads views. The
 * arrays live as long as the manager they were made with.
 */
final class DeviceBatches {
  private final List<BatchData> batches;
  private final Map<Field, PtNDArray> arrays = new EnumMap<>(Field.class);
  private final Map<Field, int[]> offsets = new EnumMap<>(Field.class);
  private final int[] weightOffsets;
  private final PtNDArray weights;

  /**
   * @param batches at least one, all with the same fields
   */
  DeviceBatches(List<BatchData> batches, PtNDManager manager) {
    this.batches = batches;
    for (Field field : batches.getFirst().fields().keySet()) {
      int[] starts = new int[batches.size() + 1];
      for (int b = 0; b < batches.size(); b++) {
        starts[b + 1] = Math.addExact(starts[b], batches.get(b).fields().get(field).length);
      }
      long[] joined = new long[starts[batches.size()]];
      for (int b = 0; b < batches.size(); b++) {
        long[] part = batches.get(b).fields().get(field);
        System.arraycopy(part, 0, joined, starts[b], part.length);
      }
      offsets.put(field, starts);
      arrays.put(field, (PtNDArray) manager.create(joined));
    }
    this.weightOffsets = new int[batches.size() + 1];
    for (int b = 0; b < batches.size(); b++) {
      weightOffsets[b + 1] = weightOffsets[b] + batches.get(b).weights().length;
    }
    float[] joined = new float[weightOffsets[batches.size()]];
    for (int b = 0; b < batches.size(); b++) {
      float[] part = batches.get(b).weights();
      System.arraycopy(part, 0, joined, weightOffsets[b], part.length);
    }
    this.weights = joined.length == 0 ? null : (PtNDArray) manager.create(joined);
  }

  int size() {
    return batches.size();
  }

  /**
   * One of the batches.
   *
   * @param step owns its views
   */
  Batch batch(Ops ops, int index, PtNDManager step) {
    return new Batch(ops, this, index, step);
  }

  BatchData data(int index) {
    return batches.get(index);
  }

  PtNDArray view(Ops ops, Field field, int index, PtNDManager step) {
    if (!arrays.containsKey(field)) {
      throw new IllegalArgumentException(
          "the batch has no " + field + " but " + Arrays.toString(arrays.keySet().toArray()));
    }
    int[] starts = offsets.get(field);
    return slice(ops, arrays.get(field), starts[index], starts[index + 1], step);
  }

  /** The weights of a batch's targets, or null when each counts 1. */
  PtNDArray weights(Ops ops, int index, PtNDManager step) {
    int from = weightOffsets[index];
    int to = weightOffsets[index + 1];
    return from == to ? null : slice(ops, weights, from, to, step);
  }

  private static PtNDArray slice(Ops ops, PtNDArray array, int from, int to, PtNDManager step) {
    PtNDArray view = ops.slice(array, 0, from, to);
    view.attach(step);
    return view;
  }
}
