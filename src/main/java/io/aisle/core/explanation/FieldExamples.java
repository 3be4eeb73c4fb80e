package io.aisle.core.explanation;

import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.FieldScorer;
import io.aisle.ml.model.HistoryBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Examples of a user with a history, an item and a moment, to be mixed.
 *
 * @param users indices
 * @param pasts their histories
 * @param items one for each
 * @param times seconds since 1970 of each
 */
record FieldExamples(int[] users, List<Past> pasts, int[] items, long[] times) {
  /**
   * A user with an item as the run would show it now, and behind it interactions drawn with
   * repetition: each has its own user, item and moment, and the user's history without it.
   *
   * @param drawn at least 1
   */
  static FieldExamples of(
      Interactions history, int user, int item, int drawn, SplittableRandom random) {
    FieldExamples examples =
        new FieldExamples(
            new int[drawn + 1], new ArrayList<>(), new int[drawn + 1], new long[drawn + 1]);
    Past own = Past.of(history, user);
    examples.put(0, user, own, item, own.moment());
    for (int e = 1; e <= drawn; e++) {
      int position = random.nextInt(history.size());
      int other = owner(history.offsets(), position);
      Past whole = Past.of(history, other);
      int place = position - history.offsets()[other];
      examples.put(
          e,
          other,
          whole.without(place),
          history.item()[position],
          history.hasTimes() ? history.time()[position] : FitData.NO_TIME);
    }
    return examples;
  }

  private void put(int at, int user, Past past, int item, long time) {
    users[at] = user;
    pasts.add(past);
    items[at] = item;
    times[at] = time;
  }

  /** Whose row a position is in; rows may be empty. */
  private static int owner(int[] offsets, int position) {
    int found = Arrays.binarySearch(offsets, position);
    int at = found < 0 ? -found - 2 : found;
    while (offsets[at + 1] <= position) {
      at++;
    }
    return at;
  }

  /** Described for a scorer. */
  FieldScorer.Mixtures mixtures(FieldScorer scorer) {
    HistoryBlock alone = Past.block(pasts);
    return scorer.mixtures(
        new HistoryBlock(users, alone.offsets(), alone.item(), alone.value(), alone.time()),
        items,
        times);
  }
}
