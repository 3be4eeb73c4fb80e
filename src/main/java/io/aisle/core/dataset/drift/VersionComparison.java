package io.aisle.core.dataset.drift;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.profile.Days;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How two versions differ.
 *
 * @param columns those that at least one of them has, the largest drift first
 * @param daysBefore events of each day of the first version
 * @param daysAfter events of each day of the second
 */
public record VersionComparison(
    DatasetVersion before,
    DatasetVersion after,
    List<ColumnDrift> columns,
    Turnover users,
    Turnover items,
    Days daysBefore,
    Days daysAfter) {
  private static final long HOUR = 3_600_000L;

  /** Compares the events of two versions. */
  public static VersionComparison of(
      DatasetVersion before,
      EventTable first,
      DatasetVersion after,
      EventTable second,
      CancelSignal cancel) {
    Map<String, List<DriftBin>> bins = new HashMap<>();
    bins.put("kind", LabelDrift.bins(kinds(first), kinds(second)));
    bins.put("category", LabelDrift.bins(categories(first), categories(second)));
    cancel.check();
    bins.put("value", NumberDrift.bins(doubles(first.value()), doubles(second.value())));
    bins.put("price", NumberDrift.bins(doubles(first.price()), doubles(second.price())));
    cancel.check();
    bins.put("quantity", NumberDrift.bins(doubles(first.quantity()), doubles(second.quantity())));
    bins.put("hour", hours(first, second));
    cancel.check();
    bins.put("user-events", NumberDrift.bins(perUser(first), perUser(second)));
    bins.put("item-events", NumberDrift.bins(perItem(first), perItem(second)));
    List<ColumnDrift> columns = new ArrayList<>();
    bins.forEach(
        (column, found) -> {
          if (!found.isEmpty()) {
            columns.add(ColumnDrift.of(column, found));
          }
        });
    columns.sort(
        (a, b) ->
            a.psi() == b.psi()
                ? a.column().compareTo(b.column())
                : Double.compare(b.psi(), a.psi()));
    return new VersionComparison(
        before,
        after,
        List.copyOf(columns),
        Turnover.of(first.catalogue().users(), second.catalogue().users()),
        Turnover.of(first.catalogue().items(), second.catalogue().items()),
        Days.of(first),
        Days.of(second));
  }

  private static double[] doubles(float[] column) {
    double[] doubles = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      doubles[i] = column[i];
    }
    return doubles;
  }

  private static Map<String, Long> kinds(EventTable events) {
    Map<String, Long> counts = new HashMap<>();
    for (byte kind : events.kind()) {
      counts.merge(EventKind.values()[kind].id(), 1L, Long::sum);
    }
    return counts;
  }

  private static Map<String, Long> categories(EventTable events) {
    Map<String, Long> counts = new HashMap<>();
    double[] perItem = perItem(events);
    for (int item = 0; item < perItem.length; item++) {
      counts.merge(events.catalogue().categories().get(item), (long) perItem[item], Long::sum);
    }
    return counts;
  }

  private static List<DriftBin> hours(EventTable first, EventTable second) {
    long[] before = hours(first);
    long[] after = hours(second);
    if (Arrays.stream(before).sum() + Arrays.stream(after).sum() == 0) {
      return List.of();
    }
    List<DriftBin> bins = new ArrayList<>();
    for (int hour = 0; hour < before.length; hour++) {
      bins.add(new DriftBin(null, hour, hour + 1, before[hour], after[hour]));
    }
    return bins;
  }

  private static long[] hours(EventTable events) {
    long[] counts = new long[24];
    for (long millis : events.millis()) {
      if (millis != EventTable.NO_TIME) {
        counts[(int) (Math.floorMod(millis, 24 * HOUR) / HOUR)]++;
      }
    }
    return counts;
  }

  private static double[] perUser(EventTable events) {
    return counts(events.user(), events.catalogue().users().size());
  }

  private static double[] perItem(EventTable events) {
    return counts(events.item(), events.catalogue().items().size());
  }

  private static double[] counts(int[] keys, int size) {
    double[] counts = new double[size];
    for (int key : keys) {
      counts[key]++;
    }
    return counts;
  }
}
