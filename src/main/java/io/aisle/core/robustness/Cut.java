package io.aisle.core.robustness;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Leaves the newest events, as many as its strength says. */
record Cut(Known known) implements Disturbance {
  @Override
  public Changed of(int user, double strength, int round) {
    int[] items = known.history(user);
    int from = Math.max(0, items.length - (int) strength);
    return new Changed(
        Arrays.copyOfRange(items, from, items.length),
        IntStream.range(from, items.length).toArray(),
        (double) from / items.length);
  }
}
