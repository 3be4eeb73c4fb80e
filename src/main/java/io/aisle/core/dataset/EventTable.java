package io.aisle.core.dataset;

import io.aisle.domain.data.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * Mean price of items over all their events that have one; NaN where none has.
   *
   * @param wanted external ids
   */
  public double[] meanPrices(List<String> wanted) {
    int known = catalogue.items().size();
    double[] sum = new double[known];
    int[] count = new int[known];
    for (int i = 0; i < size(); i++) {
      if (!Float.isNaN(price[i])) {
        sum[item[i]] += price[i];
        count[item[i]]++;
      }
    }
    Map<String, Double> means = new HashMap<>();
    for (int i = 0; i < known; i++) {
      means.put(catalogue.items().get(i), sum[i] / count[i]); // 0 / 0 is NaN
    }
    return wanted.stream().mapToDouble(id -> means.getOrDefault(id, Double.NaN)).toArray();
  }
}
