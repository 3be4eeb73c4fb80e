package io.aisle.testkit;

import io.aisle.ml.data.Interactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

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
      List<Integer> own = own(u);
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

  /**
   * For each user one of the items of the own taste that it has not taken, drawn blindly: what the
   * training data say nothing about.
   */
  public static int[] heldOut(Interactions train) {
    Random random = new Random(20);
    int[] heldOut = new int[USERS];
    for (int u = 0; u < USERS; u++) {
      List<Integer> left = own(u);
      left.removeAll(Arrays.stream(train.row(u)).boxed().toList());
      heldOut[u] = left.get(random.nextInt(left.size()));
    }
    return heldOut;
  }

  private static List<Integer> own(int user) {
    List<Integer> own = new ArrayList<>();
    for (int i = user % 2; i < ITEMS; i += 2) {
      own.add(i);
    }
    return own;
  }

  /** Data at the edge of what can be learned from, by name. */
  public static Map<String, Interactions> extremes() {
    Map<String, Interactions> extremes = new LinkedHashMap<>();
    int[][] lonely = IntStream.range(0, 12).mapToObj(u -> new int[] {u}).toArray(int[][]::new);
    extremes.put("every user and every item with one interaction", timed(12, lonely));
    int[][] few = {{0, 1, 2, 3}, {1, 2, 3, 4}, {5}, {2, 3, 0}, {}};
    extremes.put("a user and an item with one interaction, a user with none", timed(7, few));
    extremes.put("one user only", timed(6, new int[][] {{3, 1, 4, 0}}));
    int[][] alike =
        IntStream.range(0, 8)
            .mapToObj(u -> new int[] {u, (u + 1) % 8, (u + 3) % 8})
            .toArray(int[][]::new);
    extremes.put("all items equally popular", timed(8, alike));
    return extremes;
  }

  private static Interactions timed(int items, int[][] rows) {
    int size = Arrays.stream(rows).mapToInt(row -> row.length).sum();
    long[] time = new long[size];
    int at = 0;
    for (int[] row : rows) {
      for (int k = 0; k < row.length; k++) {
        time[at++] = 1_000_000_000L + 60L * k;
      }
    }
    return Rows.timed(items, rows, time);
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

  /** The mean of {@link #rightlyOrdered} over the scores of all users, {@code [USERS * ITEMS]}. */
  static double rightlyOrdered(Interactions train, float[] scores) {
    double sum = 0;
    for (int u = 0; u < USERS; u++) {
      sum += rightlyOrdered(train, u, row(scores, u));
    }
    return sum / USERS;
  }

  /**
   * The mean place of each user's item among those of its taste that were not taken.
   *
   * @param scores of all users, {@code [USERS * ITEMS]}
   */
  static double placeOf(int[] item, Interactions train, float[] scores) {
    double sum = 0;
    for (int u = 0; u < USERS; u++) {
      sum += placeOf(item[u], train, u, row(scores, u));
    }
    return sum / USERS;
  }

  private static float[] row(float[] scores, int user) {
    return Arrays.copyOfRange(scores, user * ITEMS, (user + 1) * ITEMS);
  }

  /**
   * The place of one item among those of the user's taste that were not taken.
   *
   * @param scores {@code [ITEMS]} scores for the user
   * @return the share of the others that score less, those that score the same by half
   */
  private static double placeOf(int item, Interactions train, int user, float[] scores) {
    List<Integer> others = own(user);
    others.removeAll(Arrays.stream(train.row(user)).boxed().toList());
    others.remove(Integer.valueOf(item));
    double below = 0;
    for (int other : others) {
      below += scores[other] < scores[item] ? 1 : scores[other] == scores[item] ? 0.5 : 0;
    }
    return below / others.size();
  }
}
