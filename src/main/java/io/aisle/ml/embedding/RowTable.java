package io.aisle.ml.embedding;

import io.aisle.domain.job.Parallel;
import io.aisle.ml.kernel.AdamStep;
import io.aisle.ml.kernel.FloatVectors;
import java.util.Arrays;

/**
 * A table of embeddings with Adam's moments. Only the rows that a batch touched are updated, their
 * moments included, with the bias correction of the whole training's step ("lazy" Adam).
 *
 * @param rows number of rows
 * @param width values of a row
 * @param state values and moments, {@code [rows * width]} row-major each
 */
public record RowTable(int rows, int width, AdamArray state) {
  /** Cells, or rows, that one thread takes at a time. */
  private static final int GRAIN = 256;

  public RowTable {
    if (state.size() != Math.multiplyExact(rows, width)) {
      throw new IllegalArgumentException("a table of another size");
    }
  }

  public RowTable(int rows, int width, float[] values) {
    this(rows, width, AdamArray.of(values));
  }

  /** The values, {@code [rows * width]}; shared. */
  public float[] values() {
    return state.values();
  }

  /**
   * Sums the rows of each bag.
   *
   * @param out {@code [bags.cells() * width]} at least; overwritten
   */
  public void pool(Bags bags, Parallel parallel, float[] out) {
    parallel.forRange(0, bags.cells(), GRAIN, (from, to, worker) -> pool(bags, from, to, out));
  }

  private void pool(Bags bags, int from, int to, float[] out) {
    float[] values = state.values();
    for (int cell = from; cell < to; cell++) {
      int at = cell * width;
      int k = bags.start(cell);
      int end = bags.start(cell + 1);
      if (k == end) {
        Arrays.fill(out, at, at + width, 0);
        continue;
      }
      FloatVectors.scale(bags.weight(k), values, bags.row(k) * width, out, at, width);
      for (k++; k < end; k++) {
        FloatVectors.addScaled(bags.weight(k), values, bags.row(k) * width, out, at, width);
      }
    }
  }

  /** Updates the rows that have gradients. */
  void update(RowGradients gradients, AdamStep step, Parallel parallel) {
    parallel.forRange(
        0,
        gradients.touched(),
        GRAIN,
        (from, to, worker) -> {
          for (int slot = from; slot < to; slot++) {
            int row = gradients.row(slot) * width;
            step.move(
                state.values(),
                gradients.sums(),
                state.first(),
                state.second(),
                row,
                row + width,
                0,
                slot * width);
          }
        });
  }
}
