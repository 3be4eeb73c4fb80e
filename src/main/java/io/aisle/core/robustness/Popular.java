package io.aisle.core.robustness;

import io.aisle.ml.data.AliasTable;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Puts items in between, drawn in proportion to their training interactions, none twice and none
 * that the user has had or takes next; each at a drawn place.
 */
record Popular(Known known, AliasTable popularity, long seed) implements Disturbance {
  /** Draws for one item; after so many that failed, there is hardly another item. */
  private static final int TRIES = 1000;

  @Override
  public Changed of(int user, double strength, int round) {
    int[] items = known.history(user);
    SplittableRandom random = Disturbance.draws(seed, round, user);
    BitSet taken = known.own(user);
    Injection injection = new Injection(items);
    for (int wanted = (int) strength; wanted > 0; wanted--) {
      int item = draw(taken, random);
      int place = random.nextInt(items.length + 1);
      if (item >= 0) {
        taken.set(item);
        injection.put(item, place);
      }
    }
    return injection.changed();
  }

  private int draw(BitSet taken, SplittableRandom random) {
    for (int tried = 0; tried < TRIES; tried++) {
      int item = popularity.draw(random);
      if (!taken.get(item)) {
        return item;
      }
    }
    return -1;
  }
}
