package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What each head of each layer adds to an attention score for the signed distance between query and
 * key: a learned table (Raffel and others, 2020) that starts with a slope for each head (Press and
 * others, 2022), so that heads look near at once and learn how far. Keeps one array for each length
 * of rows, which lives as long as the manager.
 */
final class DistanceBias {
  private final Ops ops;
  private final PtNDManager manager;
  private final int maxLength;
  private final int heads;
  private final long[] layers;
  private final PtNDArray scale;
  private final Map<Integer, PtNDArray> distances = new HashMap<>();

  /**
   * @param width the root of which the table is multiplied by, as the embeddings are: as small as
   *     an optimiser's steps are it would learn too slowly
   */
  DistanceBias(Ops ops, int width, int maxLength, int layers, int heads, PtNDManager manager) {
    this.ops = ops;
    this.manager = manager;
    this.maxLength = maxLength;
    this.heads = heads;
    this.layers = new long[layers];
    Arrays.fill(this.layers, 1);
    this.scale = new Constants(manager).of(Math.sqrt(width));
  }

  /** The table's shape: a row for each distance, a column for each head of each layer. */
  static long[] shape(int maxLength, int layers, int heads) {
    return new long[] {2L * maxLength - 1, (long) layers * heads};
  }

  /**
   * @param table of the {@link #shape}
   * @param mask {@code [rows, 1, length, length]}
   * @return the mask with each layer's biases, {@code [rows, heads, length, length]}
   */
  PtNDArray[] of(PtNDArray table, PtNDArray mask, Batch batch) {
    int length = batch.length();
    PtNDArray cells = distances.computeIfAbsent(length, this::distances);
    PtNDArray found = ops.embedding(cells, table);
    found.attach(batch.step());
    PtNDArray bias = ops.permute(ops.mul(found, scale), 1, 0);
    PtNDArray[] each = ops.split(ops.reshape(bias, -1, heads, length, length), 0, layers);
    for (int layer = 0; layer < each.length; layer++) {
      each[layer] = ops.add(mask, each[layer]);
    }
    return each;
  }

  private PtNDArray distances(int length) {
    long[] cells = new long[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = 0; key < length; key++) {
        cells[query * length + key] = (long) key - query + maxLength - 1;
      }
    }
    return (PtNDArray) manager.create(cells, new Shape(cells.length));
  }

  /** The table's start; see {@link Init.Slopes}. */
  static Init start(int width, int maxLength, int layers, int heads) {
    return new Init.Slopes(layers * heads, heads, maxLength - 1, Math.sqrt(width));
  }
}
