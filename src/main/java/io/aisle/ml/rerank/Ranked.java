package io.aisle.ml.rerank;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** One user's list while rules change it: items with falling values. Confined to one thread. */
public final class Ranked {
  private int[] items;
  private float[] values;
  private final IntPredicate allowed;

  /**
   * @param items best first, none twice
   * @param values of the items, falling
   * @param allowed what this user may be given at all, listed or not
   */
  Ranked(int[] items, float[] values, IntPredicate allowed) {
    this.items = items;
    this.values = values;
    this.allowed = allowed;
  }

  public int size() {
    return items.length;
  }

  public int item(int place) {
    return items[place];
  }

  public float value(int place) {
    return values[place];
  }

  /** The items, best first; a copy. */
  public int[] items() {
    return items.clone();
  }

  /** The values, falling; a copy. */
  public float[] values() {
    return values.clone();
  }

  boolean allowed(int item) {
    return allowed.test(item);
  }

  /** Gives the items new values and sorts by them; equals stay in their order. */
  void revalue(float[] next) {
    int[] order =
        IntStream.range(0, items.length)
            .boxed()
            .sorted((one, other) -> Float.compare(next[other], next[one]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] moved = new int[items.length];
    float[] sorted = new float[items.length];
    for (int place = 0; place < order.length; place++) {
      moved[place] = items[order[place]];
      sorted[place] = next[order[place]];
    }
    items = moved;
    values = sorted;
  }

  /**
   * Moves items while the values keep their places, so that they still fall and later rules see the
   * new order.
   *
   * @param next items of this list, perhaps fewer, or one more that comes in
   */
  void reorder(int[] next) {
    float[] kept = Arrays.copyOf(values, next.length);
    for (int place = values.length; place < next.length; place++) {
      kept[place] = values.length == 0 ? 1 : values[values.length - 1];
    }
    items = next;
    values = kept;
  }
}
