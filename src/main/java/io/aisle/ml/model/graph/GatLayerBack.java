package io.aisle.ml.model.graph;

import io.aisle.domain.job.Parallel;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.PackedMatrix;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The way back of {@link GatLayer}. Sums over edges are taken at the nodes that they end in, sums
 * over nodes in fixed pieces, so the result does not depend on the number of threads.
 */
final class GatLayerBack {
  /** Pieces of sums over all nodes. */
  private static final int PIECES = 16;

  private final Graph graph;
  private final int[] reverse;
  private final GatWeights weights;
  private final int heads;
  private final Parallel parallel;
  private final float[] dz;
  private final float[][] dAsking;
  private final float[][] dAsked;
  private final float[][] dEdge;
  private final GatWeights[] parts;

  GatLayerBack(Graph graph, GatWeights weights, int heads, Parallel parallel) {
    this.graph = graph;
    this.reverse = graph.reverse();
    this.weights = weights;
    this.heads = heads;
    this.parallel = parallel;
    this.dz = new float[Math.multiplyExact(graph.nodes(), weights.side())];
    this.dAsking = new float[heads][graph.nodes()];
    this.dAsked = new float[heads][graph.nodes()];
    this.dEdge = new float[heads][graph.neighbour().length];
    this.parts = new GatWeights[PIECES];
    Arrays.setAll(parts, piece -> GatWeights.zeros(1, weights.size()));
  }

  /**
   * The gradient of a layer.
   *
   * @param done the layer after its way forward
   * @param x what it was given, {@code [nodes * side]}
   * @param y what it gave
   * @param dy gradient of y
   * @param dx gradient of x is added to it, {@code [nodes * side]}
   * @param own gradient of the parameters is written into the layer's place
   */
  void backward(
      GatLayer done, int layer, float[] x, float[] y, float[] dy, float[] dx, GatWeights own) {
    int side = weights.side();
    each(node -> edges(done, node, y, dy));
    each(node -> collect(done, node, layer, dy));
    PackedMatrix matrix = new PackedMatrix(padded(layer), side, side, null);
    parallel.forRange(
        0,
        graph.nodes(),
        GatLayer.GRAIN,
        (from, to, worker) -> {
          float[] product = new float[(to - from) * side];
          matrix.multiply(dz, from * side, to - from, product, 0);
          FloatVectors.addScaled(1, product, 0, dx, from * side, product.length);
        });
    parallel.forRange(
        0,
        PIECES,
        1,
        (from, to, worker) -> {
          for (int piece = from; piece < to; piece++) {
            part(done, x, piece);
          }
        });
    Arrays.fill(own.values(), own.matrix(layer), own.matrix(layer) + parts[0].values().length, 0);
    for (GatWeights part : parts) {
      FloatVectors.addScaled(
          1, part.values(), 0, own.values(), own.matrix(layer), part.values().length);
    }
  }

  private void each(IntConsumer body) {
    parallel.forRange(
        0,
        graph.nodes(),
        GatLayer.GRAIN,
        (from, to, worker) -> {
          for (int node = from; node < to; node++) {
            body.accept(node);
          }
        });
  }

  /** {@code [side][side]}, row k is row k of W. */
  private float[] padded(int layer) {
    int side = weights.side();
    float[] matrix = new float[side * side];
    System.arraycopy(weights.values(), weights.matrix(layer), matrix, 0, weights.size() * side);
    return matrix;
  }

  /** Through the softmax and the kink, for the edges of the asking node. */
  private void edges(GatLayer done, int node, float[] y, float[] dy) {
    int side = weights.side();
    for (int head = 0; head < heads; head++) {
      int column = head * done.width();
      int at = node * side + column;
      float mean = FloatVectors.dot(dy, at, y, at, done.width());
      float sum = 0;
      for (int e = graph.offsets()[node]; e < graph.offsets()[node + 1]; e++) {
        int other = graph.neighbour()[e];
        float slope = FloatVectors.dot(dy, at, done.z, other * side + column, done.width()) - mean;
        boolean kinked = done.asking[head][node] + done.asked[head][other] <= 0;
        float edge = done.alpha[head][e] * slope * (kinked ? GatLayer.SLOPE : 1);
        dEdge[head][e] = edge;
        sum += edge;
      }
      dAsking[head][node] = sum;
    }
  }

  /** What comes to a node from those that asked it, and from its own asking. */
  private void collect(GatLayer done, int node, int layer, float[] dy) {
    int side = weights.side();
    Arrays.fill(dz, node * side, (node + 1) * side, 0);
    for (int head = 0; head < heads; head++) {
      int column = head * done.width();
      int to = node * side + column;
      float sum = 0;
      for (int e = graph.offsets()[node]; e < graph.offsets()[node + 1]; e++) {
        int back = reverse[e];
        sum += dEdge[head][back];
        FloatVectors.addScaled(
            done.alpha[head][back], dy, graph.neighbour()[e] * side + column, dz, to, done.width());
      }
      dAsked[head][node] = sum;
      FloatVectors.addScaled(
          dAsking[head][node],
          weights.values(),
          weights.asking(layer) + column,
          dz,
          to,
          done.width());
      FloatVectors.addScaled(
          sum, weights.values(), weights.asked(layer) + column, dz, to, done.width());
    }
  }

  /** The share of some nodes in the gradient of the parameters. */
  private void part(GatLayer done, float[] x, int piece) {
    GatWeights part = parts[piece];
    int side = weights.side();
    Arrays.fill(part.values(), 0);
    int from = (int) ((long) graph.nodes() * piece / PIECES);
    int to = (int) ((long) graph.nodes() * (piece + 1) / PIECES);
    for (int node = from; node < to; node++) {
      for (int k = 0; k < weights.size(); k++) {
        FloatVectors.addScaled(x[node * side + k], dz, node * side, part.values(), k * side, side);
      }
      for (int head = 0; head < heads; head++) {
        int column = head * done.width();
        int at = node * side + column;
        FloatVectors.addScaled(
            dAsking[head][node], done.z, at, part.values(), part.asking(0) + column, done.width());
        FloatVectors.addScaled(
            dAsked[head][node], done.z, at, part.values(), part.asked(0) + column, done.width());
      }
    }
  }
}
