package io.aisle.domain.data;

import java.util.List;

/**
 * External names of dense indices.
 *
 * @param users external id of each user
 * @param items external id of each item
 * @param titles title of each item; "" when unknown
 * @param categories category of each item; "" when unknown
 */
public record Catalogue(
    List<String> users, List<String> items, List<String> titles, List<String> categories) {
  /** The title of an item, or its id when it has none. */
  public String label(int item) {
    String title = titles.get(item);
    return title.isEmpty() ? items.get(item) : title;
  }
}
