package io.aisle.ml.model.graph;

import io.aisle.ml.data.FitData;
import io.aisle.ml.kernel.PackedMatrix;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.FactorScorer;
import io.aisle.ml.model.FactorTable;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.ItemSpace;
import io.aisle.ml.model.Scorer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Scores as inner products of outputs. Users with the history that was trained on have theirs, all
 * others what their history would give them ({@link GatUser}).
 */
final class GatScorer implements Scorer {
  private final FitData data;
  private final Graph graph;
  private final GatUser user;
  private final float[] embeddings;
  private final float[] outputs;
  private final int size;
  private final int side;
  private final FactorScorer scorer;

  /**
   * @param embeddings {@code [nodes * side]}
   * @param outputs {@code [nodes * side]}
   */
  GatScorer(FitData data, Graph graph, GatUser user, float[] embeddings, float[] outputs) {
    this.data = data;
    this.graph = graph;
    this.user = user;
    this.embeddings = embeddings;
    this.outputs = outputs;
    this.size = user.weights().size();
    this.side = user.weights().side();
    FactorTable items = FactorTable.zeros(graph.items(), size);
    System.arraycopy(outputs, graph.users() * side, items.data(), 0, items.data().length);
    this.scorer =
        new FactorScorer(new PackedMatrix(items.compact(), items.rows(), size, null), this::fill);
  }

  private void fill(HistoryBlock block, float[] out) {
    for (int r = 0; r < block.size(); r++) {
      int known = block.user()[r];
      if (block.asTrained(r, data.train())) {
        System.arraycopy(outputs, known * side, out, r * size, size);
      } else {
        float[] embedding =
            known < 0
                ? new float[side]
                : Arrays.copyOfRange(embeddings, known * side, (known + 1) * side);
        HistoryEdges edges = HistoryEdges.of(block, r, data.weighted());
        System.arraycopy(user.output(embedding, edges, null), 0, out, r * size, size);
      }
    }
  }

  @Override
  public int items() {
    return graph.items();
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    scorer.scoreAll(block, out);
  }

  @Override
  public Optional<ItemSpace> itemSpace() {
    return scorer.itemSpace();
  }

  @Override
  public boolean concurrent() {
    return true;
  }

  /**
   * The weights of the edges from the history to a user that has nothing but it: one query, the
   * user. An item that stands in the history several times has one edge; its places share the
   * weight.
   */
  @Override
  public Optional<Attention> attention(int[] history, int item) {
    if (history.length == 0) {
      return Optional.empty();
    }
    float[] ones = new float[history.length];
    Arrays.fill(ones, 1);
    HistoryBlock block =
        new HistoryBlock(new int[] {-1}, new int[] {0, history.length}, history, ones);
    HistoryEdges edges = HistoryEdges.of(block, 0, false);
    int heads = user.params().heads();
    float[][][] byEdge = new float[user.layers().length][heads][];
    user.output(new float[side], edges, byEdge);
    int[] edge = new int[history.length];
    int[] places = new int[edges.item().length];
    for (int p = 0; p < history.length; p++) {
      edge[p] = Arrays.binarySearch(edges.item(), history[p]);
      places[edge[p]]++;
    }
    float[][][][] weights = new float[byEdge.length][heads][1][history.length];
    for (int layer = 0; layer < byEdge.length; layer++) {
      for (int head = 0; head < heads; head++) {
        for (int p = 0; p < history.length; p++) {
          weights[layer][head][0][p] = byEdge[layer][head][edge[p]] / places[edge[p]];
        }
      }
    }
    return Optional.of(Attention.of(0, weights));
  }
}
