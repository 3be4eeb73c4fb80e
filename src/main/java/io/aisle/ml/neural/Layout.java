package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import io.aisle.domain.InputException;
import io.aisle.ml.model.DenseLayout;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Values of a row of the first tensor. */
  int width() {
    long[] shape = entries.getFirst().shape;
    return Math.toIntExact(shape[shape.length - 1]);
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
        double uniform = 2 * random.nextDouble() - 1;
        values[i] = (float) entry.init.value(i - entry.start, uniform, random);
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
    int tables = tables(shapes);
    long width = tables == 0 ? 0 : shapes.getFirst()[1];
    long[] sizes = shapes.stream().mapToLong(Layout::size).toArray();
    if (tables < 2) {
      return shaped(ops, ops.split(flat, 0, sizes), shapes, 0);
    }
    long head = Arrays.stream(sizes, 0, tables).sum();
    PtNDArray[] parts = ops.split(flat, 0, head, Arrays.stream(sizes).sum() - head);
    long[] rows = Arrays.stream(sizes, 0, tables).map(size -> size / width).toArray();
    PtNDArray[] pieces =
        Arrays.copyOf(ops.split(ops.reshape(parts[0], -1, width), 0, rows), sizes.length);
    PtNDArray[] rest = ops.split(parts[1], 0, Arrays.copyOfRange(sizes, tables, sizes.length));
    System.arraycopy(rest, 0, pieces, tables, rest.length);
    return shaped(ops, pieces, shapes, tables);
  }

  /** How many pieces from the first on are rows as wide as the first one's, in memory. */
  private static int tables(List<long[]> shapes) {
    int count = 0;
    while (count < shapes.size() - 1
        && shapes.get(count).length > 1
        && size(shapes.get(count)) % shapes.getFirst()[1] == 0) {
      count++;
    }
    return count;
  }

  /**
   * @param tables how many of the pieces are cut as rows already
   */
  private static PtNDArray[] shaped(Ops ops, PtNDArray[] pieces, List<long[]> shapes, int tables) {
    long width = tables == 0 ? 0 : shapes.getFirst()[1];
    for (int i = 0; i < pieces.length; i++) {
      long[] shape = shapes.get(i);
      if (i < tables ? shape.length != 2 || shape[1] != width : shape.length > 1) {
        pieces[i] = ops.reshape(pieces[i], shape);
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
