package io.aisle.core.robustness;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Replaces a share of the events by items drawn evenly from the catalogue, none of which the user
 * has had or takes next. Value and time of the event stay.
 */
record Noise(Known known, long seed) implements Disturbance {
  @Override
  public Changed of(int user, double strength, int round) {
    int[] items = known.history(user);
    SplittableRandom random = Disturbance.draws(seed, round, user);
    int[] order = Disturbance.shuffled(items.length, random);
    int wanted = Disturbance.whole(strength * items.length, random);
    BitSet taken = known.own(user);
    int catalogue = known.stage().history().items();
    int replaced = 0;
    while (replaced < wanted && taken.cardinality() < catalogue) {
      int item = random.nextInt(catalogue);
      if (!taken.get(item)) {
        taken.set(item);
        items[order[replaced++]] = item;
      }
    }
    return new Changed(
        items, IntStream.range(0, items.length).toArray(), (double) replaced / items.length);
  }
}
