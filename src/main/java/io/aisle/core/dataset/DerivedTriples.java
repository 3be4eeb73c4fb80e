package io.aisle.core.dataset;

import io.aisle.store.EntryScan;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes triples of what is said of items: {@code item, has_category, Drama}. A value that holds
 * several, separated by {@code |}, makes as many.
 */
final class DerivedTriples {
  private static final String CATEGORY = "category";

  private final List<String> attributes;
  private final TripleReading.Sink sink;

  /**
   * @param attributes names of attributes; {@code category} is that of the catalogue
   */
  DerivedTriples(List<String> attributes, TripleReading.Sink sink) {
    this.attributes = attributes;
    this.sink = sink;
  }

  /**
   * @param items gives every item to its visitor
   */
  void all(Consumer<Consumer<EntryScan.Item>> items) {
    items.accept(this::item);
  }

  private void item(EntryScan.Item item) {
    Map<String, String> values = UserEvents.attributes(item.attributes());
    for (String attribute : attributes) {
      String own = values.getOrDefault(attribute, "");
      String value = own.isEmpty() && attribute.equals(CATEGORY) ? item.item().category() : own;
      for (String each : value.split("\\|", -1)) {
        if (!each.isBlank()) {
          sink.triple(item.item().name(), "has_" + attribute, each.strip());
        }
      }
    }
  }
}
