package io.aisle.core.dataset;

import io.aisle.domain.job.CancelSignal;

/**
 * Sorts places by whole numbers: a radix sort of two bytes at a time, the lowest first, which keeps
 * the order of equal ones. Only the bytes in which the numbers differ cost a pass.
 */
final class KeyOrder {
  /** Stands for no value; comes last. */
  static final long NONE = Long.MIN_VALUE;

  private static final int DIGIT = 16;
  private static final int MASK = (1 << DIGIT) - 1;

  private final long[] keys;
  private final int[] order;
  private final int present;

  private KeyOrder(long[] keys, CancelSignal cancel) {
    this.keys = keys;
    int[] places = new int[keys.length];
    int count = 0;
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != NONE) {
        places[count++] = i;
        least = Math.min(least, keys[i]);
        most = Math.max(most, keys[i]);
      }
    }
    present = count;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == NONE) {
        places[count++] = i;
      }
    }
    order = present == 0 ? places : sorted(places, least, most, cancel);
  }

  /**
   * @param keys {@code [places]}; {@link #NONE} where there is no value
   */
  static KeyOrder of(long[] keys, CancelSignal cancel) {
    return new KeyOrder(keys, cancel);
  }

  /** Bits of a number as a whole number in the same order; {@link #NONE} of NaN. */
  static long of(double value) {
    long bits = Double.doubleToLongBits(value + 0.0); // of both zeros the same
    return Double.isNaN(value) ? NONE : bits ^ (bits >> Long.SIZE - 1 & Long.MAX_VALUE);
  }

  private int[] sorted(int[] places, long least, long most, CancelSignal cancel) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(most - least);
    int[] from = places;
    int[] to = places.clone(); // those without a value stand at their place in both
    for (int shift = 0; shift < bits; shift += DIGIT) {
      cancel.check();
      int[] next = new int[MASK + 2];
      for (int i = 0; i < present; i++) {
        next[digit(from[i], least, shift) + 1]++;
      }
      for (int i = 0; i < MASK; i++) {
        next[i + 1] += next[i];
      }
      for (int i = 0; i < present; i++) {
        to[next[digit(from[i], least, shift)]++] = from[i];
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private int digit(int place, long least, int shift) {
    return (int) (keys[place] - least >>> shift) & MASK;
  }

  /** All places, those without a value last. */
  int[] order() {
    return order;
  }

  /** Number of places that have a value. */
  int present() {
    return present;
  }
}
