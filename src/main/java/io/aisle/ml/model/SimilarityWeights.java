package io.aisle.ml.model;

import io.aisle.domain.InputException;
import io.aisle.ml.data.SparseRows;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sparse item-by-item matrix as tensors. Lengths and item numbers are exact in 32-bit floats, up
 * to 2^24 items.
 */
final class SimilarityWeights {
  private static final String LENGTHS = "lengths";
  private static final String NEIGHBOURS = "neighbours";
  private static final String SIMILARITIES = "similarities";

  private SimilarityWeights() {}

  static Weights of(SparseRows matrix) {
    float[] lengths = new float[matrix.rows()];
    for (int r = 0; r < lengths.length; r++) {
      lengths[r] = matrix.length(r);
    }
    float[] columns = new float[matrix.size()];
    for (int k = 0; k < columns.length; k++) {
      columns[k] = matrix.column()[k];
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(LENGTHS, Tensor.of(lengths, lengths.length));
    tensors.put(NEIGHBOURS, Tensor.of(columns, columns.length));
    tensors.put(SIMILARITIES, Tensor.of(matrix.value().clone(), columns.length));
    return new Weights(tensors, Map.of());
  }

  /**
   * @throws InputException when the tensors are no such matrix of {@code items} rows
   */
  static SparseRows read(Weights weights, int items) {
    float[] lengths = weights.values(LENGTHS, items);
    float[] columns = weights.values(NEIGHBOURS, -1);
    float[] values = weights.values(SIMILARITIES, columns.length);
    int[] offsets = new int[items + 1];
    for (int r = 0; r < items; r++) {
      offsets[r + 1] = offsets[r] + whole(LENGTHS, lengths[r], columns.length - offsets[r] + 1);
    }
    if (offsets[items] != columns.length) {
      throw damaged(LENGTHS);
    }
    int[] column = new int[columns.length];
    for (int k = 0; k < column.length; k++) {
      column[k] = whole(NEIGHBOURS, columns[k], items);
    }
    return new SparseRows(items, items, offsets, column, values.clone());
  }

  private static int whole(String name, float value, int below) {
    int number = (int) value;
    if (number != value || number < 0 || number >= below) {
      throw damaged(name);
    }
    return number;
  }

  private static InputException damaged(String name) {
    return new InputException(
        "The tensor '%s' does not describe neighbours of items: the weights are damaged; train the model again"
            .formatted(name));
  }
}
