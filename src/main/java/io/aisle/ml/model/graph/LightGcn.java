package io.aisle.ml.model.graph;

import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.LightGcnParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.PackedMatrix;
import io.aisle.ml.kernel.SparseProduct;
import io.aisle.ml.model.FactorScorer;
import io.aisle.ml.model.FactorTable;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.Map;

/**
 * LightGCN: outputs are {@code P = 1/(L+1) * (1 + A + A^2 + ... + A^L)} for the normalised
 * adjacency A. By Horner's rule it takes L sparse products and one buffer more than the result; as
 * A is symmetric, the way back is the same operator.
 */
final class LightGcn implements GraphModel {
  private static final int GRAIN = 64;
  private static final float[] NONE = {};

  private final FitData data;
  private final Graph graph;
  private final int size;
  private final float[] weight;
  private final int layers;
  private final int side;
  private final Parallel parallel;
  private final float[][] forward;
  private final float[][] backward;

  LightGcn(FitData data, Graph graph, LightGcnParams params, Parallel parallel) {
    this.data = data;
    this.graph = graph;
    this.size = params.embeddingSize();
    this.weight = graph.normalised();
    this.layers = params.layers();
    this.side = FactorTable.side(size);
    this.parallel = parallel;
    int values = Math.multiplyExact(graph.nodes(), side);
    float[] shared = new float[values];
    this.forward = new float[][] {new float[values], shared};
    this.backward = new float[][] {new float[values], shared};
  }

  @Override
  public float[] forward(float[] embeddings) {
    return sum(embeddings, layers, 1f / (layers + 1), forward);
  }

  @Override
  public float[] backward(float[] outputs) {
    return sum(outputs, layers, 1f / (layers + 1), backward);
  }

  /**
   * What a node gives to its neighbours over all layers, {@code (1 + ... + A^(L-1)) / (L+1)}: an
   * output is its embedding divided by {@code L + 1} plus the weighted sum of these.
   */
  private float[] messages(float[] embeddings) {
    return sum(embeddings, layers - 1, 1f / (layers + 1), buffers(embeddings));
  }

  private static float[][] buffers(float[] embeddings) {
    return new float[][] {new float[embeddings.length], new float[embeddings.length]};
  }

  /** The result stands in the first buffer. */
  private float[] sum(float[] base, int powers, float scale, float[][] buffers) {
    float[] in = base;
    for (int power = 1; power <= powers; power++) {
      float[] from = in;
      float[] out = buffers[(powers - power) % 2];
      parallel.forRange(
          0,
          graph.nodes(),
          GRAIN,
          (first, end, worker) ->
              SparseProduct.addRows(
                  graph.offsets(), graph.neighbour(), weight, from, side, base, out, first, end));
      in = out;
    }
    FloatVectors.scale(scale, in, 0, buffers[0], 0, base.length);
    return buffers[0];
  }

  @Override
  public Scorer scorer(float[] embeddings) {
    float[] outputs = sum(embeddings, layers, 1f / (layers + 1), buffers(embeddings));
    FactorTable items = FactorTable.zeros(graph.items(), size);
    System.arraycopy(outputs, graph.users() * side, items.data(), 0, items.data().length);
    return new FactorScorer(
        new PackedMatrix(items.compact(), graph.items(), size, null),
        new LightGcnUsers(
            data, graph, size, side, layers, outputs, embeddings, messages(embeddings)));
  }

  @Override
  public Map<String, Tensor> tensors() {
    return Map.of();
  }

  @Override
  public void restore(Weights weights) {
    // there is nothing but embeddings
  }

  @Override
  public float[] parameters() {
    return NONE;
  }

  @Override
  public float[] gradient() {
    return NONE;
  }
}
