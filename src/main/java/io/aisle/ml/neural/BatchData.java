package io.aisle.ml.neural;

import java.util.Map;

/**
 * A batch of sequences side by side, on the heap.
 *
 * @param rows sequences
 * @param length positions per row
 * @param fields what the network reads
 * @param weights how much each target counts, 0 at padding; empty when each counts 1
 * @param count sum of the weights
 */
record BatchData(int rows, int length, Map<Field, long[]> fields, float[] weights, double count) {
  /** A batch without targets. */
  BatchData(int rows, int length, Map<Field, long[]> fields) {
    this(rows, length, fields, new float[0], 0);
  }

  int cells() {
    return rows * length;
  }
}
