package io.aisle.ml.rerank;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Steps that move items and leave the values where they are. */
public final class PlaceSteps {
  private PlaceSteps() {}

  /** Maximal marginal relevance over the first {@code depth} items; {@code lambda} 0 to 1. */
  public static RankStep diverse(double lambda, int depth, Likeness likeness) {
    return new MmrStep(lambda, depth, likeness);
  }

  /**
   * At most so many items of a category among the first places: an item that would be one too many
   * waits until behind them. Where too few items fit, the list ends before the last of those places
   * and those that wait are left out, since they would move up.
   *
   * @param categories of each item of the catalogue, those that count
   */
  public static RankStep cap(int[][] categories, int most, int within) {
    return list -> {
      int[] front = new int[list.size()];
      int[] waiting = new int[list.size()];
      int placed = 0;
      int waits = 0;
      Map<Integer, Integer> count = new HashMap<>();
      for (int place = 0; place < list.size(); place++) {
        int item = list.item(place);
        int[] of = categories[item];
        if (placed >= within) {
          front[placed++] = item;
        } else if (Arrays.stream(of).allMatch(each -> count.getOrDefault(each, 0) < most)) {
          Arrays.stream(of).forEach(each -> count.merge(each, 1, Integer::sum));
          front[placed++] = item;
        } else {
          waiting[waits++] = item;
        }
      }
      list.reorder(joined(front, placed, waiting, waits, within));
    };
  }

  private static int[] joined(int[] front, int placed, int[] waiting, int waits, int within) {
    if (placed < within) {
      return Arrays.copyOf(front, placed);
    }
    IntStream first = Arrays.stream(front, 0, within);
    IntStream rest =
        IntStream.concat(Arrays.stream(waiting, 0, waits), Arrays.stream(front, within, placed));
    return IntStream.concat(first, rest).toArray();
  }

  /**
   * Puts an item at a place, or at the end of a list that is shorter, for users who may be given
   * it.
   *
   * @param place from 0
   */
  public static RankStep pin(int item, int place) {
    return list -> {
      if (!list.allowed(item)) {
        return;
      }
      int[] others = Arrays.stream(list.items()).filter(each -> each != item).toArray();
      int at = Math.min(place, others.length);
      int[] next = new int[others.length + 1];
      System.arraycopy(others, 0, next, 0, at);
      next[at] = item;
      System.arraycopy(others, at, next, at + 1, others.length - at);
      list.reorder(next);
    };
  }
}
