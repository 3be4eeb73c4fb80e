package io.aisle.ml.model;

import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import java.util.Arrays;

/**
 * The histories of a few users, what a scorer is asked with.
 *
 * @param user {@code [size]} the user's index in the training data, or -1 for one the model does
 *     not know or whose history was edited: then only the history counts
 * @param offsets {@code [size + 1]}
 * @param item items in the order of time, oldest first
 * @param value weight of each history item
 * @param time seconds since 1970 of each history item; empty when unknown
 */
public record HistoryBlock(int[] user, int[] offsets, int[] item, float[] value, long[] time) {
  /** Histories without times. */
  public HistoryBlock(int[] user, int[] offsets, int[] item, float[] value) {
    this(user, offsets, item, value, new long[0]);
  }

  /** Users {@code from} to {@code to - 1} with the given histories. */
  public static HistoryBlock of(Interactions histories, int[] users, int from, int to) {
    int size = to - from;
    int[] offsets = new int[size + 1];
    int[] ids = new int[size];
    for (int r = 0; r < size; r++) {
      ids[r] = users[from + r];
      offsets[r + 1] = offsets[r] + histories.length(ids[r]);
    }
    int[] item = new int[offsets[size]];
    float[] value = new float[offsets[size]];
    long[] time = new long[histories.hasTimes() ? offsets[size] : 0];
    for (int r = 0; r < size; r++) {
      int start = histories.offsets()[ids[r]];
      int length = offsets[r + 1] - offsets[r];
      System.arraycopy(histories.item(), start, item, offsets[r], length);
      System.arraycopy(histories.value(), start, value, offsets[r], length);
      if (time.length > 0) {
        System.arraycopy(histories.time(), start, time, offsets[r], length);
      }
    }
    return new HistoryBlock(ids, offsets, item, value, time);
  }

  public int size() {
    return user.length;
  }

  /** The histories as a matrix of their own, a row for each; without times. */
  Interactions interactions(int items) {
    return new Interactions(size(), items, offsets, item, value, new long[0]);
  }

  /** The moment of a row's newest history item, or {@link FitData#NO_TIME}. */
  public long newest(int row) {
    return time.length == 0 || offsets[row] == offsets[row + 1]
        ? FitData.NO_TIME
        : time[offsets[row + 1] - 1];
  }

  /** Whether a row is a known user with exactly the history that was trained on. */
  public boolean asTrained(int row, Interactions train) {
    int known = user[row];
    if (known < 0) {
      return false;
    }
    int from = train.offsets()[known];
    int to = train.offsets()[known + 1];
    return Arrays.equals(item, offsets[row], offsets[row + 1], train.item(), from, to)
        && Arrays.equals(value, offsets[row], offsets[row + 1], train.value(), from, to);
  }
}
