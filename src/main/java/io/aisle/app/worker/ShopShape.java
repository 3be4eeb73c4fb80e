package io.aisle.app.worker;

import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Interactions of the shape that the figures are recorded for: as many users, items and
 * interactions as the training part of a year of a gift shop, with a long tail of items and of
 * users. Always the same.
 */
final class ShopShape {
  static final int USERS = 4074;
  static final int ITEMS = 3145;
  static final int INTERACTIONS = 211_000;
  static final String WORDS = "4,074 x 3,145, 211,000 interactions";

  private static final double USER_TAIL = 0.55;
  private static final double ITEM_TAIL = 0.6;

  private ShopShape() {}

  /** Distinct items of each user, the time being the order. */
  static Interactions interactions() {
    SplittableRandom random = new SplittableRandom(1);
    double[] users = new double[USERS];
    Arrays.setAll(users, u -> Math.pow(u + 1.0, -USER_TAIL));
    double scale = INTERACTIONS / Arrays.stream(users).sum();
    int[] offsets = new int[USERS + 1];
    int[] item = new int[2 * INTERACTIONS];
    int size = 0;
    for (int u = 0; u < USERS; u++) {
      int wanted = Math.clamp(Math.round(users[u] * scale), 5, ITEMS / 2);
      size += draw(wanted, random, item, size);
      offsets[u + 1] = size;
    }
    float[] value = new float[size];
    Arrays.fill(value, 1);
    long[] time = new long[size];
    Arrays.setAll(time, at -> at);
    return new Interactions(USERS, ITEMS, offsets, Arrays.copyOf(item, size), value, time);
  }

  private static int draw(int wanted, SplittableRandom random, int[] item, int from) {
    boolean[] taken = new boolean[ITEMS];
    int count = 0;
    while (count < wanted) {
      int drawn = (int) (ITEMS * Math.pow(random.nextDouble(), 1 / (1 - ITEM_TAIL)));
      if (!taken[drawn]) {
        taken[drawn] = true;
        item[from + count++] = drawn;
      }
    }
    return count;
  }
}
