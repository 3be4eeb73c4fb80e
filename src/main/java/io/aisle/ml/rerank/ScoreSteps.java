package io.aisle.ml.rerank;

import java.util.Arrays;

/** Steps that change values and sort by them. */
public final class ScoreSteps {
  private static final double SECONDS_A_DAY = 86_400;

  private ScoreSteps() {}

  /**
   * Multiplies values.
   *
   * @param factor of each item of the catalogue
   */
  public static RankStep boost(float[] factor) {
    return list -> {
      float[] next = list.values();
      for (int place = 0; place < next.length; place++) {
        next[place] *= factor[list.item(place)];
      }
      list.revalue(next);
    };
  }

  /**
   * {@code (1 - weight) * value + weight * newness}.
   *
   * @param newness of each item of the catalogue, 0 to 1
   */
  public static RankStep mix(float[] newness, double weight) {
    return list -> {
      float[] next = list.values();
      for (int place = 0; place < next.length; place++) {
        next[place] = (float) ((1 - weight) * next[place] + weight * newness[list.item(place)]);
      }
      list.revalue(next);
    };
  }

  /**
   * {@code 2^(-age / halfLife)} with the age in days from an item's first event to the last of all
   * events. An item without an event is new: 1.
   *
   * @param item of each event
   * @param time of each event in seconds, at least one
   */
  public static float[] newness(int items, int[] item, long[] time, double halfLifeDays) {
    long[] first = new long[items];
    Arrays.fill(first, Long.MAX_VALUE);
    long now = Arrays.stream(time).max().orElseThrow();
    for (int event = 0; event < item.length; event++) {
      first[item[event]] = Math.min(first[item[event]], time[event]);
    }
    float[] newness = new float[items];
    for (int each = 0; each < items; each++) {
      double days = Math.max(0, (now - Math.min(first[each], now)) / SECONDS_A_DAY);
      newness[each] = (float) Math.pow(2, -days / halfLifeDays);
    }
    return newness;
  }
}
