package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.EnumMap;
import java.util.Map;

/**
 * Sequences side by side, on the device. Its arrays are views of {@link DeviceBatches} and belong
 * to the manager of a step.
 */
final class Batch {
  private final Ops ops;
  private final DeviceBatches all;
  private final int index;
  private final PtNDManager step;
  private final Map<Field, PtNDArray> views = new EnumMap<>(Field.class);

  Batch(Ops ops, DeviceBatches all, int index, PtNDManager step) {
    this.ops = ops;
    this.all = all;
    this.index = index;
    this.step = step;
  }

  /** Number of sequences. */
  int rows() {
    return all.data(index).rows();
  }

  /** Positions per row. */
  int length() {
    return all.data(index).length();
  }

  /** Owner of what the step makes. */
  PtNDManager step() {
    return step;
  }

  /** The numbers of a field; the same array each time. */
  PtNDArray get(Field field) {
    return views.computeIfAbsent(field, wanted -> all.view(ops, wanted, index, step));
  }

  /** What the encoded vectors should predict. */
  SequenceLoss.Targets targets() {
    BatchData data = all.data(index);
    int positions = data.fields().get(Field.TARGETS).length;
    PtNDArray weights = all.weights(ops, index, step);
    PtNDArray column = weights == null ? null : ops.reshape(weights, positions, 1);
    PtNDArray negatives = data.fields().containsKey(Field.NEGATIVES) ? get(Field.NEGATIVES) : null;
    return new SequenceLoss.Targets(get(Field.TARGETS), column, negatives, positions, data.count());
  }
}
