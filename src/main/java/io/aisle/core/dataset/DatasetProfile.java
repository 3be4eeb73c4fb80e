package io.aisle.core.dataset;

import io.aisle.domain.data.EventKind;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.IntColumn;

/**
 * A data set at a glance.
 *
 * @param months events of each month (UTC), months between without events included; empty without
 *     times
 * @param kinds events of each kind that occurs
 * @param userActivity quantiles of the number of events of a user; NaN without users
 * @param itemActivity quantiles of the number of events of an item
 * @param density share of user-item pairs with at least one event, 0 to 1
 * @param topShare share of all events that fall on the most active 1 % of the items (at least one
 *     item), 0 to 1
 */
public record DatasetProfile(
    long events,
    int users,
    int items,
    SortedMap<YearMonth, Long> months,
    Map<EventKind, Long> kinds,
    List<Quantile> userActivity,
    List<Quantile> itemActivity,
    double density,
    double topShare) {
  private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 0.9, 0.99, 1};

  /**
   * @param share 0 is the smallest, 0.5 the median, 1 the largest
   */
  public record Quantile(double share, double value) {}

  /** The profile of events. */
  public static DatasetProfile of(EventTable events) {
    int users = events.catalogue().users().size();
    int items = events.catalogue().items().size();
    IntColumn perUser = counts("events of a user", events.user(), users);
    IntColumn perItem = counts("events of an item", events.item(), items);
    return new DatasetProfile(
        events.size(),
        users,
        items,
        months(events),
        kinds(events),
        quantiles(perUser),
        quantiles(perItem),
        (double) pairs(events) / Math.max(1.0, (double) users * items),
        topShare(perItem));
  }

  private static IntColumn counts(String name, int[] keys, int size) {
    int[] counts = new int[size];
    for (int key : keys) {
      counts[key]++;
    }
    return IntColumn.create(name, counts);
  }

  private static List<Quantile> quantiles(IntColumn column) {
    return Arrays.stream(SHARES)
        .mapToObj(share -> new Quantile(share, quantile(column, share)))
        .toList();
  }

  private static double quantile(IntColumn column, double share) {
    if (column.isEmpty()) {
      return Double.NaN;
    }
    return share == 0 ? column.min() : AggregateFunctions.percentile(column, 100 * share);
  }

  private static double topShare(IntColumn perItem) {
    IntColumn sorted = perItem.copy();
    sorted.sortDescending();
    int top = Math.max(1, sorted.size() / 100);
    return sorted.first(top).sum() / Math.max(1, sorted.sum());
  }

  private static SortedMap<YearMonth, Long> months(EventTable events) {
    SortedMap<YearMonth, Long> months = new TreeMap<>();
    for (long millis : events.millis()) {
      if (millis != EventTable.NO_TIME) {
        YearMonth month = YearMonth.from(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
        months.merge(month, 1L, Long::sum);
      }
    }
    if (!months.isEmpty()) {
      YearMonth last = months.lastKey();
      for (YearMonth m = months.firstKey(); m.isBefore(last); m = m.plusMonths(1)) {
        months.putIfAbsent(m, 0L);
      }
    }
    return months;
  }

  private static Map<EventKind, Long> kinds(EventTable events) {
    Map<EventKind, Long> kinds = new EnumMap<>(EventKind.class);
    for (byte kind : events.kind()) {
      kinds.merge(EventKind.values()[kind], 1L, Long::sum);
    }
    return kinds;
  }

  private static long pairs(EventTable events) {
    long[] pairs = new long[events.size()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = ((long) events.user()[i] << 32) | events.item()[i];
    }
    Arrays.sort(pairs);
    long distinct = pairs.length == 0 ? 0 : 1;
    for (int i = 1; i < pairs.length; i++) {
      distinct += pairs[i] == pairs[i - 1] ? 0 : 1;
    }
    return distinct;
  }
}
