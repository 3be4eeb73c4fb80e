package io.aisle.core.dataset;

import io.aisle.store.PropertySpool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The latest values of the properties of some items: of two of the same time the later row counts.
 * Items stand in the order of their numbers, their properties in that of their first rows. Confined
 * to one thread.
 */
final class LatestValues implements PropertySpool.Visitor {
  private final Map<Integer, Map<Integer, Latest>> items = new TreeMap<>();
  private long superseded;

  /**
   * @param millis since when; {@link EventTable#NO_TIME} when nobody knows
   * @param value "" when the property was taken away
   */
  record Latest(long millis, String value) {}

  @Override
  public void value(int item, int property, long millis, String value) {
    Map<Integer, Latest> known = items.computeIfAbsent(item, each -> new LinkedHashMap<>());
    Latest before = known.get(property);
    if (before != null) {
      superseded++;
    }
    if (before == null || millis >= before.millis()) {
      known.put(property, new Latest(millis, value));
    }
  }

  /** By the numbers of items and properties. */
  Map<Integer, Map<Integer, Latest>> items() {
    return items;
  }

  /** Rows that another one has replaced. */
  long superseded() {
    return superseded;
  }
}
