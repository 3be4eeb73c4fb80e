package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.AttentionFlow;
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
   * Of a row whose last position is the one that the score is read from and no item: its weights
   * take the place of those of the position before it, and it is left out as a key, each row scaled
   * to a sum of 1.
   *
   * @param layers {@code [1, heads, length, length]} each, nothing masked
   */
  static Attention withoutLast(List<PtNDArray> layers, int heads, int length) {
    float[][][][] all = new float[layers.size()][heads][length][length];
    int kept = length - 1;
    float[][][][] weights = new float[layers.size()][heads][kept][kept];
    for (int layer = 0; layer < all.length; layer++) {
      float[] flat = layers.get(layer).toFloatArray();
      for (int head = 0; head < heads; head++) {
        for (int query = 0; query < length; query++) {
          int from = (head * length + query) * length;
          System.arraycopy(flat, from, all[layer][head][query], 0, length);
        }
        for (int query = 0; query < kept; query++) {
          scale(all[layer][head][query == kept - 1 ? kept : query], weights[layer][head][query]);
        }
      }
    }
    return new Attention(
        0,
        weights,
        AttentionFlow.withoutLast(AttentionFlow.mean(all)),
        AttentionFlow.withoutLast(AttentionFlow.rollout(all)));
  }

  private static void scale(float[] from, float[] row) {
    double sum = 0;
    for (int key = 0; key < row.length; key++) {
      sum += from[key];
    }
    for (int key = 0; key < row.length; key++) {
      row[key] = sum > 0 ? (float) (from[key] / sum) : 1f / row.length;
    }
  }
}
