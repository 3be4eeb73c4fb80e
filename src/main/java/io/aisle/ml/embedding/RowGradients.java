package io.aisle.ml.embedding;

import io.aisle.domain.job.Parallel;
import io.aisle.ml.kernel.FloatVectors;
import java.util.Arrays;

/**
 * The gradients of those rows of a table that some batches touched. What is done depends on these
 * rows only, never on the size of the table. Each row's gradient is summed in the order of the
 * batch, so that the number of threads changes nothing. Confined to one thread.
 */
final class RowGradients {
  private static final int GRAIN = 128;

  private final int width;

  /** For each row of the table its slot here, or -1. */
  private final int[] slotOf;

  private int[] rows = new int[64];
  private int touched;
  private float[] sums = new float[0];
  private int[] starts = new int[65];
  private int[] order = new int[64];
  private int[] cellOf = new int[64];

  RowGradients(int tableRows, int width) {
    this.width = width;
    this.slotOf = new int[tableRows];
    Arrays.fill(slotOf, -1);
  }

  /** Rows with a gradient; each has a slot below this number. */
  int touched() {
    return touched;
  }

  /** The row of a slot. */
  int row(int slot) {
    return rows[slot];
  }

  /** The gradients, {@code [touched * width]}; shared. */
  float[] sums() {
    return sums;
  }

  /**
   * Adds the gradients of rows from those of the cells they were summed to.
   *
   * @param cells {@code [bags.cells() * width]} gradient of each cell
   */
  void add(Bags bags, float[] cells, Parallel parallel) {
    int before = touched;
    takeSlots(bags);
    grow(before);
    sort(bags);
    parallel.forRange(
        0,
        touched,
        GRAIN,
        (from, to, worker) -> {
          for (int slot = from; slot < to; slot++) {
            for (int place = starts[slot]; place < starts[slot + 1]; place++) {
              int at = order[place];
              FloatVectors.addScaled(
                  bags.weight(at), cells, cellOf[at] * width, sums, slot * width, width);
            }
          }
        });
  }

  private void takeSlots(Bags bags) {
    for (int at = 0; at < bags.size(); at++) {
      int row = bags.row(at);
      if (slotOf[row] < 0) {
        if (touched == rows.length) {
          rows = Arrays.copyOf(rows, 2 * touched);
        }
        rows[touched] = row;
        slotOf[row] = touched++;
      }
    }
  }

  private void grow(int before) {
    int needed = Math.multiplyExact(touched, width);
    if (sums.length < needed) {
      sums = Arrays.copyOf(sums, Math.max(needed, 2 * sums.length));
    }
    Arrays.fill(sums, before * width, needed, 0);
  }

  /** Counting sort of the bags' entries by slot; stable. */
  private void sort(Bags bags) {
    int size = bags.size();
    if (order.length < size) {
      order = new int[2 * size];
      cellOf = new int[2 * size];
    }
    if (starts.length < touched + 2) {
      starts = new int[2 * touched + 2];
    }
    Arrays.fill(starts, 0, touched + 2, 0);
    for (int at = 0; at < size; at++) {
      starts[slotOf[bags.row(at)] + 2]++;
    }
    for (int slot = 2; slot < touched + 2; slot++) {
      starts[slot] += starts[slot - 1];
    }
    for (int cell = 0; cell < bags.cells(); cell++) {
      for (int at = bags.start(cell); at < bags.start(cell + 1); at++) {
        cellOf[at] = cell;
        order[starts[slotOf[bags.row(at)] + 1]++] = at;
      }
    }
  }

  /** The sum of squares over all gradients. */
  double squares() {
    double sum = 0;
    for (int slot = 0; slot < touched; slot++) {
      sum += FloatVectors.dot(sums, slot * width, sums, slot * width, width);
    }
    return sum;
  }

  /** Forgets everything. */
  void clear() {
    for (int slot = 0; slot < touched; slot++) {
      slotOf[rows[slot]] = -1;
    }
    touched = 0;
  }
}
