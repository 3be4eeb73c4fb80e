package io.aisle.ui.items;

import io.aisle.core.neighbours.Drift;
import io.aisle.core.neighbours.ItemDrift;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far items moved, by their ids.
 *
 * @param whole null without another run
 */
record Drifts(Drift whole, Map<String, ItemDrift> byItem) {
  static final Drifts NONE = new Drifts(null, Map.of());

  static Drifts of(Drift drift) {
    return new Drifts(
        drift,
        drift.items().stream().collect(Collectors.toMap(ItemDrift::item, Function.identity())));
  }

  boolean known() {
    return whole != null;
  }

  /** Whether vectors could be compared, too. */
  boolean shifted() {
    return known() && whole.shift() != null;
  }

  /** NaN where an item was not compared. */
  double overlap(String item) {
    ItemDrift drift = byItem.get(item);
    return drift == null ? Double.NaN : drift.overlap();
  }

  /** NaN where there is none. */
  double shift(String item) {
    ItemDrift drift = byItem.get(item);
    return drift == null || drift.shift() == null ? Double.NaN : drift.shift();
  }
}
