package io.aisle.ml.model;

import io.aisle.domain.InputException;
import io.aisle.ml.data.SparseRows;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sparse matrix with a column for each item as tensors. Lengths and item numbers are exact in
 * 32-bit floats, up to 2^24 items.
 */
final class SparseWeights {
  private static final String LENGTHS = "lengths";
  private static final String NEIGHBOURS = "neighbours";
  private static final String SIMILARITIES = "similarities";

  private SparseWeights() {}

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
   * @throws InputException when the tensors are no matrix of this many rows and columns
   */
  static SparseRows read(Weights weights, int rows, int columns) {
    float[] lengths = weights.values(LENGTHS, rows);
    float[] cells = weights.values(NEIGHBOURS, -1);
    float[] values = weights.values(SIMILARITIES, cells.length);
    int[] offsets = new int[rows + 1];
    for (int r = 0; r < rows; r++) {
      offsets[r + 1] = offsets[r] + whole(LENGTHS, lengths[r], cells.length - offsets[r] + 1);
    }
    if (offsets[rows] != cells.length) {
      throw damaged(LENGTHS);
    }
    int[] column = new int[cells.length];
    for (int k = 0; k < column.length; k++) {
      column[k] = whole(NEIGHBOURS, cells[k], columns);
    }
    return new SparseRows(rows, columns, offsets, column, values.clone());
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
