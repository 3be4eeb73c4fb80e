package io.aisle.core.dataset.drift;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.profile.Days;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.List;

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
  /**
   * Compares the events of two versions.
   *
   * @param least users that stand behind each bin and day that is shown by itself
   */
  public static VersionComparison of(
      DatasetVersion before,
      EventTable first,
      DatasetVersion after,
      EventTable second,
      int least,
      CancelSignal cancel) {
    List<ColumnDrift> columns =
        new ArrayList<>(new DriftColumns(first, second, least, cancel).all());
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
        Days.of(first, least),
        Days.of(second, least));
  }
}
