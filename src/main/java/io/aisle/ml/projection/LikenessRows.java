package io.aisle.ml.projection;

import io.aisle.ml.kernel.PackedMatrix;
import io.aisle.ml.model.ItemSpace;
import java.util.Arrays;

/**
 * How alike every item is to some, a few at a time. What cannot be a neighbour, the item itself
 * included, is negative infinity. Thread-safe.
 */
public final class LikenessRows {
  private final ItemSpace space;
  private final Rows unit;
  private final PackedMatrix packed;

  /** Items that can have and be neighbours. */
  private final boolean[] learned;

  /**
   * @param among items that count, {@code [items]}
   */
  public LikenessRows(ItemSpace space, boolean[] among) {
    this.space = space;
    this.learned = among.clone();
    if (space instanceof ItemSpace.Vectors(int items, int width, float[] data)) {
      this.unit = new Rows(items, width, data).unit();
      this.packed = new PackedMatrix(unit.data(), items, width, null);
      for (int item = 0; item < items; item++) {
        learned[item] &= unit.hasLength(item);
      }
    } else {
      this.unit = null;
      this.packed = null;
    }
  }

  public int items() {
    return learned.length;
  }

  /** The vectors with length 1; null where the model has none. */
  public Rows unit() {
    return unit;
  }

  /** Whether an item takes part: it counts, and its vector, where there are vectors, is not 0. */
  public boolean learned(int item) {
    return learned[item];
  }

  /**
   * Rows {@code from} to {@code to - 1}.
   *
   * @param out {@code [(to - from) * items]} overwritten
   */
  public void fill(int from, int to, float[] out) {
    int items = items();
    switch (space) {
      case ItemSpace.Vectors vectors ->
          packed.multiply(unit.data(), from * vectors.width(), to - from, out, 0);
      case ItemSpace.Links links -> weights(links, from, to, out);
    }
    for (int row = from; row < to; row++) {
      int at = (row - from) * items;
      for (int item = 0; item < items; item++) {
        if (!learned[item] || item == row || !learned[row]) {
          out[at + item] = Float.NEGATIVE_INFINITY;
        }
      }
    }
  }

  private void weights(ItemSpace.Links links, int from, int to, float[] out) {
    int items = items();
    float[] row = new float[items];
    for (int item = from; item < to; item++) {
      Arrays.fill(row, 0);
      links.weights().add(item, row);
      for (int other = 0; other < items; other++) {
        // what takes away from a score, or says nothing of it, is no neighbour
        out[(item - from) * items + other] = row[other] > 0 ? row[other] : Float.NEGATIVE_INFINITY;
      }
    }
  }
}
