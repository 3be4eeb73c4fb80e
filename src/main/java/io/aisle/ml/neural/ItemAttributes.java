package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.ml.data.Feature;
import java.util.List;

/**
 * The attributes of all items as a sparse matrix over all values of all attributes: an item's
 * values of one attribute share a weight of 1, and an item without any has the attribute's
 * "unknown".
 *
 * @param items rows
 * @param values columns
 * @param row item of each cell
 * @param column value of each cell
 * @param weight of each cell
 */
record ItemAttributes(int items, int values, long[] row, long[] column, float[] weight) {
  static ItemAttributes of(int items, List<Feature> features) {
    int cells = 0;
    for (Feature feature : features) {
      for (int i = 0; i < items; i++) {
        cells += Math.max(1, feature.offsets()[i + 1] - feature.offsets()[i]);
      }
    }
    ItemAttributes made =
        new ItemAttributes(
            items,
            features.stream().mapToInt(feature -> feature.values().size()).sum(),
            new long[cells],
            new long[cells],
            new float[cells]);
    int at = 0;
    int first = 0;
    for (Feature feature : features) {
      for (int i = 0; i < items; i++) {
        at = made.put(feature, i, first, at);
      }
      first += feature.values().size();
    }
    return made;
  }

  private int put(Feature feature, int item, int first, int from) {
    int start = feature.offsets()[item];
    int count = feature.offsets()[item + 1] - start;
    int at = from;
    for (int k = 0; k < Math.max(1, count); k++) {
      row[at] = item;
      column[at] = count == 0 ? first : first + (long) feature.value()[start + k];
      weight[at++] = 1f / Math.max(1, count);
    }
    return at;
  }

  /** {@code [items, values]} on the device, multiplied by a number. */
  PtNDArray matrix(PtNDManager manager, float scale) {
    float[] scaled = new float[weight.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = scale * weight[i];
    }
    long[] indices = new long[2 * row.length];
    System.arraycopy(row, 0, indices, 0, row.length);
    System.arraycopy(column, 0, indices, row.length, row.length);
    PtNDArray places = (PtNDArray) manager.create(indices, new Shape(2, row.length));
    PtNDArray cells = (PtNDArray) manager.create(scaled);
    PtNDArray sparse = JniUtils.createSparseCoo(places, cells, new Shape(items, values));
    sparse.attach(manager);
    return sparse;
  }
}
