package io.aisle.ml.model.graph;

import io.aisle.ml.model.HistoryBlock;
import java.util.Arrays;

/**
 * The edges that a history would give its user in the graph.
 *
 * @param item distinct items, ascending
 * @param strength of each, as in {@link Graph}
 */
record HistoryEdges(int[] item, float[] strength) {
  static HistoryEdges of(HistoryBlock block, int row, boolean weighted) {
    int from = block.offsets()[row];
    int to = block.offsets()[row + 1];
    int[] item = Arrays.stream(block.item(), from, to).sorted().distinct().toArray();
    float[] strength = new float[item.length];
    if (!weighted) {
      Arrays.fill(strength, 1);
      return new HistoryEdges(item, strength);
    }
    for (int k = from; k < to; k++) {
      strength[Arrays.binarySearch(item, block.item()[k])] += block.value()[k];
    }
    for (int e = 0; e < item.length; e++) {
      strength[e] = Graph.positive(strength[e]);
    }
    return new HistoryEdges(item, strength);
  }

  /** Sum of the strengths. */
  float degree() {
    float sum = 0;
    for (float one : strength) {
      sum += one;
    }
    return sum;
  }
}
