package io.aisle.ml.model.graph;

import io.aisle.domain.job.Parallel;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.PackedMatrix;
import io.aisle.ml.kernel.Softmax;
import java.util.Arrays;

/**
 * The way forward of one layer of graph attention (Velickovic and others, 2018, equations 1 to 5):
 * {@code z = x W}; for each head {@code e_nm = LeakyReLU(a . z_n + b . z_m)} along the edges of n,
 * {@code alpha_nm} its softmax over them, each edge counting by its strength; the output of n is
 * {@code sum_m alpha_nm z_m}, the heads side by side. Confined to one thread, parallel inside.
 */
final class GatLayer {
  static final float SLOPE = 0.2f;

  /** Nodes of a piece of a loop. */
  static final int GRAIN = 64;

  private final Graph graph;
  private final GatWeights weights;
  private final int layer;
  private final int heads;
  private final Parallel parallel;

  /** {@code [nodes * side]}. */
  final float[] z;

  /** {@code [heads][nodes]}, {@code b . z}. */
  final float[][] asked;

  /** {@code [heads][nodes]}, {@code a . z}. */
  final float[][] asking;

  /** {@code [heads][2 * edges]}. */
  final float[][] alpha;

  GatLayer(Graph graph, GatWeights weights, int layer, int heads, Parallel parallel) {
    this.graph = graph;
    this.weights = weights;
    this.layer = layer;
    this.heads = heads;
    this.parallel = parallel;
    this.z = new float[Math.multiplyExact(graph.nodes(), weights.side())];
    this.asked = new float[heads][graph.nodes()];
    this.asking = new float[heads][graph.nodes()];
    this.alpha = new float[heads][graph.neighbour().length];
  }

  int width() {
    return weights.size() / heads;
  }

  /**
   * @param x {@code [nodes * side]}
   * @param out {@code [nodes * side]} overwritten
   */
  void forward(float[] x, float[] out) {
    int side = weights.side();
    PackedMatrix matrix = new PackedMatrix(transposed(), side, side, null);
    parallel.forRange(
        0,
        graph.nodes(),
        GRAIN,
        (from, to, worker) -> {
          matrix.multiply(x, from * side, to - from, z, from * side);
          for (int head = 0; head < heads; head++) {
            judge(head, from, to);
          }
        });
    parallel.forRange(
        0,
        graph.nodes(),
        GRAIN,
        (from, to, worker) -> {
          for (int node = from; node < to; node++) {
            gather(node, out);
          }
        });
  }

  /** {@code [side][side]}, row k is column k of W. */
  private float[] transposed() {
    int side = weights.side();
    float[] turned = new float[side * side];
    for (int row = 0; row < weights.size(); row++) {
      for (int column = 0; column < weights.size(); column++) {
        turned[column * side + row] = weights.values()[weights.matrix(layer) + row * side + column];
      }
    }
    return turned;
  }

  private void judge(int head, int from, int to) {
    int column = head * width();
    for (int node = from; node < to; node++) {
      int at = node * weights.side() + column;
      asking[head][node] =
          FloatVectors.dot(z, at, weights.values(), weights.asking(layer) + column, width());
      asked[head][node] =
          FloatVectors.dot(z, at, weights.values(), weights.asked(layer) + column, width());
    }
  }

  private void gather(int node, float[] out) {
    int side = weights.side();
    int first = graph.offsets()[node];
    int end = graph.offsets()[node + 1];
    Arrays.fill(out, node * side, (node + 1) * side, 0);
    for (int head = 0; head < heads && first < end; head++) {
      float[] row = alpha[head];
      for (int e = first; e < end; e++) {
        row[e] = leaky(asking[head][node] + asked[head][graph.neighbour()[e]]);
      }
      Softmax.weighted(row, first, graph.strength(), first, end - first);
      int column = head * width();
      for (int e = first; e < end; e++) {
        int from = graph.neighbour()[e] * side + column;
        FloatVectors.addScaled(row[e], z, from, out, node * side + column, width());
      }
    }
  }

  static float leaky(float value) {
    return value > 0 ? value : SLOPE * value;
  }
}
