package io.aisle.core.feature;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of all users, or of all items, attribute by attribute. Confined to one thread.
 *
 * @see FeatureEncoder
 */
public final class AttributeTable {
  private final List<String> ids;
  private final Map<String, String[]> columns = new LinkedHashMap<>();

  /**
   * @param ids external ids by index
   */
  public AttributeTable(List<String> ids) {
    this.ids = ids;
  }

  /**
   * Adds an attribute, unless one of the name is known or nobody has a value.
   *
   * @param values by index; "" where unknown
   */
  public AttributeTable add(String name, List<String> values) {
    if (values.stream().anyMatch(value -> !value.isBlank())) {
      columns.putIfAbsent(name, values.toArray(String[]::new));
    }
    return this;
  }

  /**
   * As the other, of numbers.
   *
   * @param values by index; NaN where unknown
   */
  public AttributeTable add(String name, double[] values) {
    return add(
        name,
        Arrays.stream(values)
            .mapToObj(value -> Double.isNaN(value) ? "" : Bins.number(value))
            .toList());
  }

  /**
   * Adds what is said of some entities; of two attributes of one name the first counts.
   *
   * @param attributes by name, by external id
   */
  public AttributeTable addAll(Map<String, Map<String, String>> attributes) {
    Map<String, String[]> found = new LinkedHashMap<>();
    for (int e = 0; e < ids.size(); e++) {
      int at = e;
      attributes
          .getOrDefault(ids.get(e), Map.of())
          .forEach((name, value) -> found.computeIfAbsent(name, _ -> blank())[at] = value);
    }
    found.forEach((name, values) -> add(name, Arrays.asList(values)));
    return this;
  }

  private String[] blank() {
    String[] values = new String[ids.size()];
    Arrays.fill(values, "");
    return values;
  }

  int entities() {
    return ids.size();
  }

  /** Names of attributes, in the order in which they were met. */
  public Set<String> names() {
    return columns.keySet();
  }

  /** The values of a known attribute by index; "" where unknown. */
  String[] column(String name) {
    return columns.get(name);
  }
}
