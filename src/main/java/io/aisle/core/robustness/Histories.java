package io.aisle.core.robustness;

import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Changed histories as interactions. */
final class Histories {
  private Histories() {}

  /**
   * The changed histories of some users; the others have none.
   *
   * <p>The moment that a list is made for does not move with the newest event: it stays the time of
   * the newest one of the old history.
   *
   * @param users ascending
   * @param changed for each user, by its place in {@code users}
   */
  static Interactions of(Interactions old, int[] users, IntFunction<Changed> changed) {
    int[] offsets = new int[old.users() + 1];
    Changed[] rows = new Changed[users.length];
    for (int at = 0; at < users.length; at++) {
      rows[at] = changed.apply(at);
      offsets[users[at] + 1] = rows[at].item().length;
    }
    for (int user = 0; user < old.users(); user++) {
      offsets[user + 1] += offsets[user];
    }
    int[] item = new int[offsets[old.users()]];
    float[] value = new float[item.length];
    long[] time = new long[old.hasTimes() ? item.length : 0];
    for (int at = 0; at < users.length; at++) {
      int from = offsets[users[at]];
      int to = offsets[users[at] + 1];
      int first = old.offsets()[users[at]];
      System.arraycopy(rows[at].item(), 0, item, from, to - from);
      for (int place = from; place < to; place++) {
        int like = first + rows[at].like()[place - from];
        value[place] = old.value()[like];
        if (time.length > 0) {
          time[place] = old.time()[like];
        }
      }
      if (time.length > 0 && to > from) {
        time[to - 1] = old.time()[old.offsets()[users[at] + 1] - 1];
      }
    }
    return new Interactions(old.users(), old.items(), offsets, item, value, time);
  }

  /** The rows of some users alone. */
  static Interactions only(Interactions all, int[] users) {
    return of(
        all,
        users,
        at -> {
          int[] row = all.row(users[at]);
          int[] places = new int[row.length];
          Arrays.setAll(places, place -> place);
          return new Changed(row, places, 0);
        });
  }
}
