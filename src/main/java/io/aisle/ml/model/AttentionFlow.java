package io.aisle.ml.model;

import java.util.Arrays;

/**
 * What the last query of a stack of attention layers looks at, as one weight for each key. Weights
 * are {@code [layer][head][query][key]}; masked cells (NaN) count 0.
 */
public final class AttentionFlow {
  private AttentionFlow() {}

  /**
   * The last query's weights averaged over heads and layers.
   *
   * @return {@code [key]}
   */
  public static double[] mean(float[][][][] weights) {
    double[] sum = new double[last(weights[0][0]).length];
    for (float[][][] layer : weights) {
      for (float[][] head : layer) {
        float[] row = last(head);
        for (int key = 0; key < sum.length; key++) {
          sum[key] += weight(row[key]) / (weights.length * layer.length);
        }
      }
    }
    return sum;
  }

  /**
   * Attention rollout (Abnar and Zuidema, Quantifying attention flow in transformers, ACL 2020):
   * with {@code A_l = 0.5 W_l + 0.5 I}, W_l being layer l's weights averaged over its heads and I
   * the way around the layer, the last row of {@code A_L ... A_1}. Where one asks alone, such as a
   * user in a graph, no layer feeds the next one's keys, and it is the {@link #mean}.
   *
   * @return {@code [key]}
   */
  public static double[] rollout(float[][][][] weights) {
    int keys = last(weights[0][0]).length;
    if (weights[0][0].length != keys) {
      return mean(weights);
    }
    double[] flow = new double[keys];
    flow[keys - 1] = 1;
    for (int layer = weights.length - 1; layer >= 0; layer--) {
      flow = back(weights[layer], flow);
    }
    return flow;
  }

  /**
   * {@link #rollout} of every query, not of the last one only: the rows of {@code A_L ... A_1}.
   *
   * @param weights with as many queries as keys
   * @return {@code [query][key]}; each row sums to 1 where those of the weights do
   */
  public static double[][] rolledOut(float[][][][] weights) {
    int keys = weights[0][0].length;
    double[][] rows = new double[keys][keys];
    for (int query = 0; query < keys; query++) {
      rows[query][query] = 1;
      for (int layer = weights.length - 1; layer >= 0; layer--) {
        rows[query] = back(weights[layer], rows[query]);
      }
    }
    return rows;
  }

  /** {@code flow (0.5 W + 0.5 I)}. */
  private static double[] back(float[][][] heads, double[] flow) {
    double[] below = Arrays.stream(flow).map(each -> each / 2).toArray();
    for (float[][] head : heads) {
      for (int query = 0; query < flow.length; query++) {
        for (int key = 0; key < flow.length && flow[query] != 0; key++) {
          below[key] += flow[query] * weight(head[query][key]) / (2 * heads.length);
        }
      }
    }
    return below;
  }

  /**
   * A flow without its last key, scaled to a sum of 1; equal parts where nothing is left.
   *
   * @return {@code [keys - 1]}
   */
  public static double[] withoutLast(double[] flow) {
    double[] kept = Arrays.copyOf(flow, flow.length - 1);
    double sum = Arrays.stream(kept).sum();
    return Arrays.stream(kept).map(each -> sum > 0 ? each / sum : 1.0 / kept.length).toArray();
  }

  private static float[] last(float[][] head) {
    return head[head.length - 1];
  }

  private static double weight(float cell) {
    return Float.isNaN(cell) ? 0 : cell;
  }
}
