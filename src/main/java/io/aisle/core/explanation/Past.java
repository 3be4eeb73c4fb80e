package io.aisle.core.explanation;

import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.HistoryBlock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One user's history, to be changed and scored again. Changes make copies. The moment that a list
 * is made for does not move with the newest item, so that taking it away changes one thing only.
 *
 * @param items oldest first
 * @param values weight of each
 * @param times seconds since 1970 of each; empty when unknown
 * @param moment that the list is made for, or {@link FitData#NO_TIME}
 */
record Past(int[] items, float[] values, long[] times, long moment) {
  static Past of(Interactions history, int user) {
    int from = history.offsets()[user];
    int to = history.offsets()[user + 1];
    boolean timed = history.hasTimes();
    return new Past(
        Arrays.copyOfRange(history.item(), from, to),
        Arrays.copyOfRange(history.value(), from, to),
        timed ? Arrays.copyOfRange(history.time(), from, to) : new long[0],
        timed && to > from ? history.time()[to - 1] : FitData.NO_TIME);
  }

  /** The moment that the list is made for; null when unknown. */
  Instant instant() {
    return moment == FitData.NO_TIME ? null : Instant.ofEpochSecond(moment);
  }

  int size() {
    return items.length;
  }

  /** Without one place. */
  Past without(int at) {
    return picked(IntStream.range(0, size()).filter(each -> each != at).toArray());
  }

  /** Places of this history in another order, perhaps fewer. */
  Past picked(int[] places) {
    int[] nextItems = new int[places.length];
    float[] nextValues = new float[places.length];
    long[] nextTimes = new long[times.length == 0 ? 0 : places.length];
    for (int at = 0; at < places.length; at++) {
      nextItems[at] = items[places[at]];
      nextValues[at] = values[places[at]];
      if (nextTimes.length > 0) {
        nextTimes[at] = times[places[at]];
      }
    }
    return new Past(nextItems, nextValues, nextTimes, moment);
  }

  /** With one more item, of value 1, as the newest. */
  Past with(int item) {
    return with(item, size());
  }

  /**
   * With one more item, of value 1, at the time of what stands there.
   *
   * @param at 0 to {@link #size}
   */
  Past with(int item, int at) {
    int[] nextItems = new int[size() + 1];
    float[] nextValues = new float[size() + 1];
    boolean timed = times.length > 0 || (size() == 0 && moment != FitData.NO_TIME);
    long[] nextTimes = new long[timed ? size() + 1 : 0];
    for (int place = 0; place <= size(); place++) {
      int from = place < at ? place : place - 1;
      nextItems[place] = place == at ? item : items[from];
      nextValues[place] = place == at ? 1 : values[from];
      if (timed) {
        nextTimes[place] = place == at ? (at < size() ? times[at] : moment) : times[from];
      }
    }
    return new Past(nextItems, nextValues, nextTimes, moment);
  }

  /** With another value at a place. */
  Past weighed(int at, float value) {
    float[] next = values.clone();
    next[at] = value;
    return new Past(items, next, times, moment);
  }

  /** For another moment. */
  Past at(long seconds) {
    return new Past(items, values, times, seconds);
  }

  /** The history alone, without what a model may have stored about the user. */
  HistoryBlock block() {
    return block(List.of(this));
  }

  /** Histories as rows of users that the model does not know. */
  static HistoryBlock block(List<Past> rows) {
    int[] users = new int[rows.size()];
    Arrays.fill(users, -1);
    int[] offsets = new int[rows.size() + 1];
    for (int r = 0; r < rows.size(); r++) {
      offsets[r + 1] = offsets[r] + rows.get(r).size();
    }
    int[] item = new int[offsets[rows.size()]];
    float[] value = new float[item.length];
    boolean timed = rows.stream().allMatch(row -> row.times.length == row.size());
    long[] time = new long[timed ? item.length : 0];
    for (int r = 0; r < rows.size(); r++) {
      Past row = rows.get(r);
      System.arraycopy(row.items, 0, item, offsets[r], row.size());
      System.arraycopy(row.values, 0, value, offsets[r], row.size());
      if (timed && row.size() > 0) {
        System.arraycopy(row.times, 0, time, offsets[r], row.size());
        time[offsets[r + 1] - 1] = row.moment; // which a scorer reads off the newest item
      }
    }
    return new HistoryBlock(users, offsets, item, value, time);
  }
}
