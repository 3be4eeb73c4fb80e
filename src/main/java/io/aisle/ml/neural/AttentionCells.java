package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.List;

/** Attention weights from the device as {@link io.aisle.ml.model.Attention} holds them. */
final class AttentionCells {
  private AttentionCells() {}

  /**
   * @param layers {@code [1, heads, length, length]} each
   * @return {@code [layer][head][query][key]}, NaN where a key is behind its query
   */
  static float[][][][] causal(List<PtNDArray> layers, int heads, int length) {
    float[][][][] weights = new float[layers.size()][heads][length][length];
    for (int layer = 0; layer < weights.length; layer++) {
      float[] flat = layers.get(layer).toFloatArray();
      for (int head = 0; head < heads; head++) {
        for (int query = 0; query < length; query++) {
          float[] row = weights[layer][head][query];
          int start = (head * length + query) * length;
          for (int key = 0; key < length; key++) {
            row[key] = key <= query ? flat[start + key] : Float.NaN;
          }
        }
      }
    }
    return weights;
  }

  /**
   * The same without the last position, whose row takes the place of the one before; each row
   * scaled to a sum of 1.
   */
  static float[][][][] withoutLast(List<PtNDArray> layers, int heads, int length) {
    int kept = length - 1;
    float[][][][] weights = new float[layers.size()][heads][kept][kept];
    for (int layer = 0; layer < weights.length; layer++) {
      float[] flat = layers.get(layer).toFloatArray();
      for (int head = 0; head < heads; head++) {
        for (int query = 0; query < kept; query++) {
          int from = (head * length + (query == kept - 1 ? kept : query)) * length;
          scale(flat, from, weights[layer][head][query]);
        }
      }
    }
    return weights;
  }

  private static void scale(float[] flat, int from, float[] row) {
    double sum = 0;
    for (int key = 0; key < row.length; key++) {
      sum += flat[from + key];
    }
    for (int key = 0; key < row.length; key++) {
      row[key] = sum > 0 ? (float) (flat[from + key] / sum) : 1f / row.length;
    }
  }
}
