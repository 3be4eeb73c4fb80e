package io.aisle.core.dataset;

import java.util.Map;

/**
 * What a data set says about its users and items beyond titles and categories.
 *
 * @param users attributes by name, by external id of the user
 * @param items attributes by name, by external id of the item
 */
public record EntityAttributes(
    Map<String, Map<String, String>> users, Map<String, Map<String, String>> items) {
  public static final EntityAttributes NONE = new EntityAttributes(Map.of(), Map.of());
}
