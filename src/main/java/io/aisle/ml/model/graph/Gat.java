package io.aisle.ml.model.graph;

import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.GatParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.Map;

/** Layers of graph attention, one upon the other; outputs are the mean of embeddings and layers. */
final class Gat implements GraphModel {
  private final FitData data;
  private final Graph graph;
  private final GatParams params;
  private final Parallel parallel;
  private final GatWeights weights;
  private final GatWeights gradient;
  private final GatLayer[] layers;
  private final float[][] x;
  private final float[] outputs;
  private GatLayerBack back;
  private float[][] dx;

  Gat(FitData data, Graph graph, GatParams params, GatWeights weights, Parallel parallel) {
    this.data = data;
    this.graph = graph;
    this.params = params;
    this.parallel = parallel;
    this.weights = weights;
    this.gradient = GatWeights.zeros(params.layers(), params.embeddingSize());
    this.layers = new GatLayer[params.layers()];
    int values = Math.multiplyExact(graph.nodes(), weights.side());
    this.x = new float[layers.length + 1][];
    for (int layer = 0; layer < layers.length; layer++) {
      layers[layer] = new GatLayer(graph, weights, layer, params.heads(), parallel);
      x[layer + 1] = new float[values];
    }
    this.outputs = new float[values];
  }

  @Override
  public float[] forward(float[] embeddings) {
    x[0] = embeddings;
    float share = 1f / x.length;
    FloatVectors.scale(share, embeddings, 0, outputs, 0, outputs.length);
    for (int layer = 0; layer < layers.length; layer++) {
      layers[layer].forward(x[layer], x[layer + 1]);
      FloatVectors.addScaled(share, x[layer + 1], 0, outputs, 0, outputs.length);
    }
    return outputs;
  }

  @Override
  public float[] backward(float[] slope) {
    if (back == null) {
      // only a training needs it
      back = new GatLayerBack(graph, weights, params.heads(), parallel);
      dx = new float[2][outputs.length];
    }
    float share = 1f / x.length;
    float[] above = dx[0];
    float[] below = dx[1];
    FloatVectors.scale(share, slope, 0, above, 0, above.length);
    for (int layer = layers.length - 1; layer >= 0; layer--) {
      FloatVectors.scale(share, slope, 0, below, 0, below.length);
      back.backward(layers[layer], layer, x[layer], x[layer + 1], above, below, gradient);
      float[] done = above;
      above = below;
      below = done;
    }
    return above;
  }

  @Override
  public float[] parameters() {
    return weights.values();
  }

  @Override
  public float[] gradient() {
    return gradient.values();
  }

  @Override
  public Map<String, Tensor> tensors() {
    return weights.tensors();
  }

  @Override
  public void restore(Weights saved) {
    weights.restore(saved);
  }

  @Override
  public Scorer scorer(float[] embeddings) {
    Gat fresh = new Gat(data, graph, params, weights, parallel);
    float[] nodes = fresh.forward(embeddings);
    return new GatScorer(
        data, graph, new GatUser(params, weights, graph, fresh.layers), embeddings, nodes);
  }
}
