package io.aisle.core.explanation;

import io.aisle.domain.data.Catalogue;

/**
 * An item with its name.
 *
 * @param title "" when unknown
 */
public record Named(String item, String title) {
  static Named of(Catalogue catalogue, int item) {
    return new Named(catalogue.items().get(item), catalogue.titles().get(item));
  }
}
