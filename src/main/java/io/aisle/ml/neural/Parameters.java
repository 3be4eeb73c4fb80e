package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * All dense parameters of a model in one native array, with the state of their optimiser. The
 * arrays belong to the manager that it was made with. Confined to one thread.
 */
final class Parameters {
  private static final String EPOCH = "epoch";
  private static final String STEP = "step";
  private static final String FIRST = "adam.first";
  private static final String SECOND = "adam.second";

  private final Layout layout;
  private final double weightDecay;
  private final PtNDManager manager;
  private final PtNDArray values;
  private final PtNDArray first;
  private final PtNDArray second;
  private final Descent descent;

  /**
   * Fresh parameters.
   *
   * @param seed of their first values
   * @param manager owns the arrays
   */
  Parameters(Layout layout, TrainingSpec training, long seed, PtNDManager manager) {
    this.layout = layout;
    this.weightDecay = training.weightDecay();
    this.manager = manager;
    this.values = values(layout, layout.initial(seed), manager);
    this.first = (PtNDArray) manager.zeros(new Shape(layout.size()));
    this.second = (PtNDArray) manager.zeros(new Shape(layout.size()));
    this.descent = new Descent(training, adam(0), manager);
  }

  /** A flat native array with given values, in memory that libtorch allocated. */
  static PtNDArray values(Layout layout, float[] from, PtNDManager manager) {
    PtNDArray array = (PtNDArray) manager.zeros(new Shape(layout.size()));
    DeviceMemory.write(array, from);
    return array;
  }

  private Adam adam(long steps) {
    return new Adam(values, first, second, steps, weightDecay, new Constants(manager));
  }

  /** {@code [size]} of now; changed in place by every step. */
  PtNDArray values() {
    return values;
  }

  /** How gradients become steps. */
  Descent descent() {
    return descent;
  }

  /**
   * One batch: forward and backward by the caller, then the optimiser's part.
   *
   * @param step owns whatever the batch makes; closed by the caller
   * @param objective is given the parameters as a leaf {@code [size]} of a new graph and runs the
   *     backward pass
   * @return what the objective returned; its {@code head} is used up
   */
  Backward step(Ops ops, PtNDManager step, Function<PtNDArray, Backward> objective) {
    JniUtils.setGradMode(true);
    Backward result;
    PtNDArray leaf = JniUtils.detachGradient(values);
    try {
      leaf.attach(step);
      JniUtils.attachGradient(leaf, true);
      result = objective.apply(leaf);
    } finally {
      JniUtils.setGradMode(false);
    }
    PtNDArray gradient = JniUtils.getGradient(leaf);
    gradient.attach(step);
    ops.count(7);
    if (result.head() != null) {
      PtNDArray head = ops.reshape(result.head(), -1);
      PtNDArray place = ops.slice(gradient, 0, 0, head.size());
      ops.addTo(place, head);
    }
    descent.take(ops, gradient, step);
    return result;
  }

  /** Values of now with the number of the epoch; a copy. */
  Weights weights(int epoch) {
    return layout.export(values.toFloatArray(), Map.of(EPOCH, Integer.toString(epoch)));
  }

  /** The same with the optimiser's state. */
  Weights checkpoint(int epoch) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(EPOCH, Integer.toString(epoch));
    notes.put(STEP, Long.toString(descent.adam().steps()));
    Map<String, Tensor> tensors =
        new LinkedHashMap<>(layout.export(values.toFloatArray(), notes).tensors());
    tensors.put(FIRST, Tensor.of(first.toFloatArray(), layout.size()));
    tensors.put(SECOND, Tensor.of(second.toFloatArray(), layout.size()));
    return new Weights(tensors, notes);
  }

  /**
   * Goes back to a checkpoint.
   *
   * @return the epoch that it was made after
   * @throws InputException when it belongs to another model or has no optimiser's state
   */
  int restore(Weights checkpoint) {
    float[] saved = layout.values(checkpoint);
    float[] savedFirst = moments(checkpoint, FIRST);
    float[] savedSecond = moments(checkpoint, SECOND);
    long steps = number(checkpoint, STEP);
    int epoch = Math.toIntExact(number(checkpoint, EPOCH));
    DeviceMemory.write(values, saved);
    DeviceMemory.write(first, savedFirst);
    DeviceMemory.write(second, savedSecond);
    descent.adam(adam(steps));
    return epoch;
  }

  private float[] moments(Weights checkpoint, String name) {
    Tensor tensor = checkpoint.tensors().get(name);
    if (tensor == null || tensor.data().length != layout.size()) {
      throw new InputException(
          "the checkpoint has no '%s' of %d values; train anew".formatted(name, layout.size()));
    }
    return tensor.data();
  }

  private static long number(Weights checkpoint, String note) {
    String text = checkpoint.notes().get(note);
    if (text == null) {
      throw new InputException("the checkpoint does not say its %s; train anew".formatted(note));
    }
    return Long.parseLong(text);
  }
}
