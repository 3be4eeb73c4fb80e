package io.aisle.testkit;

import io.aisle.ml.data.Interactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Users of two tastes: users with an even number only take items with an even number, the others
 * only odd ones. Whoever has understood that ranks the rest of the own taste before the other.
 */
public final class PlantedData {
  public static final int USERS = 60;
  public static final int ITEMS = 30;
  private static final int TAKEN = 9;

  private PlantedData() {}

  /** Nine different items of the own taste for each user, in a seeded order. */
  public static Interactions train() {
    Random random = new Random(7);
    int[] offsets = new int[USERS + 1];
    int[] item = new int[USERS * TAKEN];
    float[] value = new float[item.length];
    long[] time = new long[item.length];
    for (int u = 0; u < USERS; u++) {
      List<Integer> own = new ArrayList<>();
      for (int i = u % 2; i < ITEMS; i += 2) {
        own.add(i);
      }
      Collections.shuffle(own, random);
      offsets[u + 1] = offsets[u] + TAKEN;
      for (int k = 0; k < TAKEN; k++) {
        item[offsets[u] + k] = own.get(k);
        value[offsets[u] + k] = 1;
        time[offsets[u] + k] = 1_000_000_000L + 60L * k;
      }
    }
    return new Interactions(USERS, ITEMS, offsets, item, value, time);
  }

  /** More users and items than fit one piece of a parallel loop; no taste, popular items first. */
  public static Interactions many() {
    int users = 700;
    int items = 600;
    Random random = new Random(11);
    int[] offsets = new int[users + 1];
    int[] item = new int[users * TAKEN];
    float[] value = new float[item.length];
    for (int k = 0; k < item.length; k++) {
      item[k] = (int) (items * Math.pow(random.nextDouble(), 3));
      value[k] = 1 + random.nextInt(3);
    }
    for (int u = 0; u <= users; u++) {
      offsets[u] = u * TAKEN;
    }
    return new Interactions(users, items, offsets, item, value, new long[0]);
  }

  /**
   * Share of pairs (own item not taken yet, item of the other taste) that the scores order rightly.
   *
   * @param scores {@code [ITEMS]} scores for one user
   */
  public static double rightlyOrdered(Interactions train, int user, float[] scores) {
    boolean[] taken = new boolean[ITEMS];
    for (int i : train.row(user)) {
      taken[i] = true;
    }
    int right = 0;
    int pairs = 0;
    for (int own = user % 2; own < ITEMS; own += 2) {
      for (int other = 1 - user % 2; other < ITEMS && !taken[own]; other += 2) {
        right += scores[own] > scores[other] ? 1 : 0;
        pairs++;
      }
    }
    return (double) right / pairs;
  }
}
