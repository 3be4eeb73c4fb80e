package io.aisle.core.training;

import io.aisle.ml.data.Interactions;
import java.util.Arrays;

/**
 * A part of the data to calibrate on: every n-th user, and only the first items.
 *
 * @param step 1 takes every user; the others keep their places, without interactions
 * @param items size of the catalogue that is kept
 */
record DataPart(int step, int items) {
  private static final int FEW_USERS = 128;
  private static final int FEW_ITEMS = 768;
  private static final int GROWTH = 4;

  /** Few users of the whole catalogue. */
  static DataPart ofUsers(int users, int items) {
    return new DataPart(Math.max(1, users / FEW_USERS), items);
  }

  /** Few items of all users. */
  static DataPart ofItems(int items) {
    return new DataPart(1, Math.min(items, FEW_ITEMS));
  }

  /** The next larger part; the same when there is none. */
  DataPart larger(int users, int allItems) {
    return step > 1
        ? new DataPart(Math.max(1, step / GROWTH), items)
        : new DataPart(1, Math.min(allItems, 2 * items));
  }

  Interactions of(Interactions all) {
    if (step == 1 && items == all.items()) {
      return all;
    }
    int[] offsets = new int[all.users() + 1];
    int[] item = new int[all.size()];
    float[] value = new float[all.size()];
    long[] time = new long[all.hasTimes() ? all.size() : 0];
    int size = 0;
    for (int u = 0; u < all.users(); u++) {
      int end = u % step == 0 ? all.offsets()[u + 1] : all.offsets()[u];
      for (int at = all.offsets()[u]; at < end; at++) {
        if (all.item()[at] < items) {
          item[size] = all.item()[at];
          value[size] = all.value()[at];
          if (time.length > 0) {
            time[size] = all.time()[at];
          }
          size++;
        }
      }
      offsets[u + 1] = size;
    }
    return new Interactions(
        all.users(),
        items,
        offsets,
        Arrays.copyOf(item, size),
        Arrays.copyOf(value, size),
        Arrays.copyOf(time, time.length == 0 ? 0 : size));
  }
}
