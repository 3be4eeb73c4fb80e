package io.aisle.core.robustness;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Drops a share of the events; at least one stays. */
record Missing(Known known, long seed) implements Disturbance {
  @Override
  public Changed of(int user, double strength, int round) {
    int[] items = known.history(user);
    SplittableRandom random = Disturbance.draws(seed, round, user);
    int[] order = Disturbance.shuffled(items.length, random);
    int wanted = Disturbance.whole(strength * items.length, random);
    int dropped = Math.min(items.length - 1, wanted);
    int[] kept = Arrays.stream(order).skip(dropped).sorted().toArray();
    return new Changed(
        Arrays.stream(kept).map(place -> items[place]).toArray(),
        kept,
        (double) dropped / items.length);
  }
}
