package io.aisle.core.dataset;

import io.aisle.domain.data.Catalogue;

/**
 * The events of one data set version, column by column, in the order of the files. Immutable and
 * thread-safe as long as nobody writes to the arrays, which are shared, not copied.
 *
 * @param user {@code [size]} index of the user in the catalogue
 * @param item {@code [size]} index of the item in the catalogue
 * @param kind {@code [size]} ordinal of the {@link io.aisle.domain.data.EventKind}
 * @param millis {@code [size]} epoch milliseconds; {@link #NO_TIME} where absent
 * @param value {@code [size]} rating or weight; NaN where absent
 * @param price {@code [size]} NaN where absent
 * @param quantity {@code [size]} NaN where absent
 * @param catalogue names of users and items
 */
public record EventTable(
    int[] user,
    int[] item,
    byte[] kind,
    long[] millis,
    float[] value,
    float[] price,
    float[] quantity,
    Catalogue catalogue) {
  /** Stands for an absent time. */
  public static final long NO_TIME = Long.MIN_VALUE;

  public int size() {
    return user.length;
  }
}
