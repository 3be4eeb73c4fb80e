package io.aisle.ml.model.graph;

import io.aisle.domain.model.GatParams;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.Softmax;

/**
 * What a user with a given history would get in the graph while everything else in it stays as it
 * is. Thread-safe as long as nobody trains.
 *
 * @param layers after their way forward
 */
record GatUser(GatParams params, GatWeights weights, Graph graph, GatLayer[] layers) {
  /**
   * The user's output.
   *
   * @param embedding {@code [side]} of the user, 0 for strangers
   * @param attention {@code [layers][heads]} takes the weights of the edges; null when nobody wants
   *     them
   * @return {@code [side]}
   */
  float[] output(float[] embedding, HistoryEdges edges, float[][][] attention) {
    float[] x = embedding;
    float[] sum = embedding.clone();
    for (int layer = 0; layer < layers.length && edges.item().length > 0; layer++) {
      float[] y = new float[weights.side()];
      for (int head = 0; head < params.heads(); head++) {
        float[] alpha = attend(x, edges, layer, head, y);
        if (attention != null) {
          attention[layer][head] = alpha;
        }
      }
      FloatVectors.addScaled(1, y, 0, sum, 0, sum.length);
      x = y;
    }
    FloatVectors.scale(1f / (layers.length + 1), sum, 0, sum, 0, sum.length);
    return sum;
  }

  private float[] attend(float[] x, HistoryEdges edges, int layer, int head, float[] y) {
    int side = weights.side();
    int width = layers[layer].width();
    int column = head * width;
    float asking = 0;
    for (int k = 0; k < weights.size(); k++) {
      asking +=
          x[k]
              * FloatVectors.dot(
                  weights.values(),
                  weights.matrix(layer) + k * side + column,
                  weights.values(),
                  weights.asking(layer) + column,
                  width);
    }
    float[] alpha = new float[edges.item().length];
    for (int e = 0; e < alpha.length; e++) {
      int node = graph.users() + edges.item()[e];
      alpha[e] = GatLayer.leaky(asking + layers[layer].asked[head][node]);
    }
    Softmax.weighted(alpha, 0, edges.strength(), 0, alpha.length);
    for (int e = 0; e < alpha.length; e++) {
      int node = graph.users() + edges.item()[e];
      FloatVectors.addScaled(alpha[e], layers[layer].z, node * side + column, y, column, width);
    }
    return alpha;
  }
}
