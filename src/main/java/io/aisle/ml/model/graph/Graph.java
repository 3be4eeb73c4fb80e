package io.aisle.ml.model.graph;

import io.aisle.ml.data.SparseRows;
import java.util.Arrays;

/**
 * The undirected graph of users and items in compressed sparse rows. Nodes 0 to {@code users - 1}
 * are the users, the items follow. Immutable, thread-safe; the arrays are shared.
 *
 * @param offsets {@code [nodes + 1]} where the edges of each node start
 * @param neighbour {@code [2 * edges]} the node at the other end
 * @param strength {@code [2 * edges]} 1, or the strength of the behaviours between the two
 * @param degree {@code [nodes]} sum of the strengths of a node's edges
 */
record Graph(
    int users, int items, int[] offsets, int[] neighbour, float[] strength, float[] degree) {
  private static final float HINT = 1e-6f;

  /**
   * @param byUser users by items
   * @param weighted whether its values are strengths; else every edge counts the same
   */
  static Graph of(SparseRows byUser, boolean weighted) {
    SparseRows byItem = byUser.transposed();
    int users = byUser.rows();
    int edges = byUser.size();
    int nodes = Math.addExact(users, byUser.columns());
    int[] offsets = Arrays.copyOf(byUser.offsets(), nodes + 1);
    int[] neighbour = Arrays.copyOf(byUser.column(), Math.multiplyExact(2, edges));
    float[] strength = new float[2 * edges];
    for (int i = 0; i < byUser.columns(); i++) {
      offsets[users + i + 1] = edges + byItem.offsets()[i + 1];
    }
    for (int e = 0; e < edges; e++) {
      neighbour[e] += users;
      neighbour[edges + e] = byItem.column()[e];
      strength[e] = weighted ? positive(byUser.value()[e]) : 1;
      strength[edges + e] = weighted ? positive(byItem.value()[e]) : 1;
    }
    float[] degree = new float[nodes];
    for (int n = 0; n < nodes; n++) {
      for (int e = offsets[n]; e < offsets[n + 1]; e++) {
        degree[n] += strength[e];
      }
    }
    return new Graph(users, byUser.columns(), offsets, neighbour, strength, degree);
  }

  /** A strength of 0 or less is a hint of one, for degrees must not be 0. */
  static float positive(float strength) {
    return Math.max(strength, HINT);
  }

  int nodes() {
    return users + items;
  }

  /** The symmetrically normalised adjacency, {@code strength / sqrt(degree_a * degree_b)}. */
  float[] normalised() {
    float[] weight = new float[strength.length];
    for (int n = 0; n < nodes(); n++) {
      for (int e = offsets[n]; e < offsets[n + 1]; e++) {
        weight[e] = (float) (strength[e] / Math.sqrt((double) degree[n] * degree[neighbour[e]]));
      }
    }
    return weight;
  }

  /** For each edge the place of the same edge seen from its other end, {@code [2 * edges]}. */
  int[] reverse() {
    int[] reverse = new int[neighbour.length];
    int[] at = Arrays.copyOfRange(offsets, users, nodes());
    for (int e = 0; e < offsets[users]; e++) {
      // users come in order, so they stand in this order at each item, too
      int other = at[neighbour[e] - users]++;
      reverse[e] = other;
      reverse[other] = e;
    }
    return reverse;
  }
}
