package io.aisle.testkit;

import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small interaction matrices, written out or random. */
public final class Rows {
  private Rows() {}

  /** Users with the given items; weights 1, no times. */
  public static Interactions of(int items, int[]... rows) {
    return timed(items, rows, new long[0]);
  }

  /**
   * Users with the given items.
   *
   * @param time of every interaction, rows one after the other; empty for none
   */
  public static Interactions timed(int items, int[][] rows, long[] time) {
    int[] offsets = new int[rows.length + 1];
    for (int u = 0; u < rows.length; u++) {
      offsets[u + 1] = offsets[u] + rows[u].length;
    }
    int[] item = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
    float[] value = new float[item.length];
    Arrays.fill(value, 1);
    return new Interactions(rows.length, items, offsets, item, value, time);
  }

  /** Random rows of 0 to {@code most} items with ascending times, some of them equal. */
  public static Interactions random(int users, int items, int most, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] rows = new int[users][];
    for (int u = 0; u < users; u++) {
      rows[u] = random.ints(random.nextInt(most + 1), 0, items).distinct().toArray();
    }
    int size = Arrays.stream(rows).mapToInt(row -> row.length).sum();
    long[] time = new long[size];
    int at = 0;
    for (int[] row : rows) {
      long now = random.nextInt(1000);
      for (int i = 0; i < row.length; i++) {
        now += random.nextInt(3) * 50L;
        time[at++] = now;
      }
    }
    return timed(items, rows, time);
  }

  /** Ids "u0", "u1", ... */
  public static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }
}
