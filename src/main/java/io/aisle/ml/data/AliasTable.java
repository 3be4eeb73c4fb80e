package io.aisle.ml.data;

import java.util.SplittableRandom;

/**
 * Draws indices in proportion to weights, one draw in constant time (Walker, 1977; built as by
 * Vose, 1991). Immutable, thread-safe.
 */
public final class AliasTable {
  private final float[] stay;
  private final int[] other;

  /**
   * @param weights not negative, at least one of them; all alike when they are all 0
   */
  public AliasTable(double[] weights) {
    int size = weights.length;
    if (size == 0) {
      throw new IllegalArgumentException("nothing to draw from");
    }
    this.stay = new float[size];
    this.other = new int[size];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double[] share = new double[size];
    // those below a fair share from the left, the others from the right
    int[] stack = new int[size];
    int small = 0;
    int large = size;
    for (int i = 0; i < size; i++) {
      share[i] = sum > 0 ? weights[i] * size / sum : 1;
      stack[share[i] < 1 ? small++ : --large] = i;
    }
    while (small > 0 && large < size) {
      int poor = stack[--small];
      int rich = stack[large];
      stay[poor] = (float) share[poor];
      other[poor] = rich;
      share[rich] -= 1 - share[poor];
      if (share[rich] < 1) {
        large++;
        stack[small++] = rich;
      }
    }
    // what is left has a whole share but for rounding
    while (small > 0) {
      stay[stack[--small]] = 1;
    }
    while (large < size) {
      stay[stack[large++]] = 1;
    }
  }

  /** An index below the number of weights. */
  public int draw(SplittableRandom random) {
    int index = random.nextInt(stay.length);
    return random.nextFloat() < stay[index] ? index : other[index];
  }
}
