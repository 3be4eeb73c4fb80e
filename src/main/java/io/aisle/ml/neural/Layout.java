package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import io.aisle.domain.InputException;
import io.aisle.ml.model.DenseLayout;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Where the parameters of a network lie: named tensors of any shape, one behind the other in one
 * flat array. So an update is a few passes over one native array, a checkpoint is three of them,
 * and a forward pass takes its tensors by one split.
 */
final class Layout implements DenseLayout {
  private record Entry(String name, int start, int size, Init init, long[] shape) {}

  private final List<Entry> entries = new ArrayList<>();
  private int size;

  /**
   * Adds a tensor behind the others.
   *
   * @param name unique, as in the saved weights
   */
  Layout add(String name, Init init, long... shape) {
    int length = Math.toIntExact(size(shape));
    entries.add(new Entry(name, size, length, init, shape));
    size = Math.addExact(size, length);
    return this;
  }

  private static long size(long[] shape) {
    long product = 1;
    for (long axis : shape) {
      product = Math.multiplyExact(product, axis);
    }
    return product;
  }

  /** Number of values of all tensors. */
  @Override
  public int size() {
    return size;
  }

  /** Fresh values, {@code [size]}; one draw for each value, whatever its tensor makes of it. */
  @Override
  public float[] initial(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (Entry entry : entries) {
      for (int i = entry.start; i < entry.start + entry.size; i++) {
        values[i] = (float) entry.init.value(2 * random.nextDouble() - 1, random);
      }
    }
    return values;
  }

  /** The tensors in their order and shapes, as views of the flat array. */
  PtNDArray[] cut(Ops ops, PtNDArray flat) {
    return cut(ops, flat, entries.stream().map(Entry::shape).toList());
  }

  /**
   * The flat array cut into other pieces than the tensors, such as three matrices that are used as
   * one.
   *
   * @param flat {@code [size]}
   * @param shapes of the pieces in order, which together cover the array; views that belong to its
   *     manager
   */
  static PtNDArray[] cut(Ops ops, PtNDArray flat, List<long[]> shapes) {
    PtNDArray[] pieces = ops.split(flat, 0, shapes.stream().mapToLong(Layout::size).toArray());
    for (int i = 0; i < pieces.length; i++) {
      if (shapes.get(i).length > 1) {
        pieces[i] = ops.reshape(pieces[i], shapes.get(i));
      }
    }
    return pieces;
  }

  /** Names the parts of a flat array; copies. */
  @Override
  public Weights export(float[] values, Map<String, String> notes) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Entry entry : entries) {
      float[] data = new float[entry.size];
      System.arraycopy(values, entry.start, data, 0, data.length);
      tensors.put(entry.name, new Tensor(entry.shape.clone(), data));
    }
    return new Weights(tensors, notes);
  }

  /**
   * The flat array that {@link #export} named.
   *
   * @throws InputException when a tensor is missing or of another size
   */
  @Override
  public float[] values(Weights weights) {
    float[] values = new float[size];
    for (Entry entry : entries) {
      Tensor tensor = weights.tensors().get(entry.name);
      if (tensor == null || tensor.data().length != entry.size) {
        throw new InputException(
            "the weights do not fit the model: '%s' should have %d values%s"
                .formatted(
                    entry.name,
                    entry.size,
                    tensor == null ? " but is missing" : ", not " + tensor.data().length));
      }
      System.arraycopy(tensor.data(), 0, values, entry.start, entry.size);
    }
    return values;
  }
}
