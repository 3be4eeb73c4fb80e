package io.aisle.ml.model.graph;

import io.aisle.ml.data.FitData;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.model.FactorScorer;
import io.aisle.ml.model.HistoryBlock;

/**
 * The outputs of users whose history is the one trained on. For all others what the graph would
 * send them along edges to their history: {@code e_u / (L+1) + sum_i strength_i / sqrt(d_u d_i) *
 * m_i}, where m are the items' messages of all layers, degrees of items stay as trained and {@code
 * e_u} is 0 for strangers.
 *
 * @param outputs {@code [nodes * side]}
 * @param embeddings {@code [nodes * side]}
 * @param messages {@code [nodes * side]} of {@link LightGcn}
 */
record LightGcnUsers(
    FitData data,
    Graph graph,
    int size,
    int side,
    int layers,
    float[] outputs,
    float[] embeddings,
    float[] messages)
    implements FactorScorer.UserFactors {
  @Override
  public void fill(HistoryBlock block, float[] out) {
    for (int r = 0; r < block.size(); r++) {
      int user = block.user()[r];
      if (block.asTrained(r, data.train())) {
        System.arraycopy(outputs, user * side, out, r * size, size);
      } else {
        if (user >= 0) {
          FloatVectors.addScaled(1f / (layers + 1), embeddings, user * side, out, r * size, size);
        }
        HistoryEdges edges = HistoryEdges.of(block, r, data.weighted());
        fold(edges, out, r * size);
      }
    }
  }

  private void fold(HistoryEdges edges, float[] out, int at) {
    for (int e = 0; e < edges.item().length; e++) {
      int node = graph.users() + edges.item()[e];
      // an item that nobody had would have this one edge
      float degree = graph.degree()[node] > 0 ? graph.degree()[node] : edges.strength()[e];
      float weight = (float) (edges.strength()[e] / Math.sqrt((double) edges.degree() * degree));
      FloatVectors.addScaled(weight, messages, node * side, out, at, size);
    }
  }
}
