package io.aisle.core.dataset;

import io.aisle.domain.data.EventKind;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A data set at a glance.
 *
 * @param months events of each month (UTC), months without events included; empty without times
 * @param kinds events of each kind that occurs
 * @param userActivity quantiles of the number of events of a user
 * @param itemActivity quantiles of the number of events of an item
 * @param density share of user-item pairs with at least one event, 0 to 1
 * @param topShare share of all events that fall on the most active 1 % of the items, 0 to 1
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
  /**
   * @param share 0 is the smallest, 0.5 the median, 1 the largest
   */
  public record Quantile(double share, double value) {}
}
