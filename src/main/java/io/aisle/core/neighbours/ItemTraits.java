package io.aisle.core.neighbours;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the items of a run, in the order of its catalogue. Lists and array are shared.
 *
 * @param item external ids
 * @param title "" where unknown
 * @param category "" where unknown
 * @param users how many users of the training part had each item
 * @param price mean price of each item over all events of the data set; NaN where unknown
 * @param place index of each id
 */
public record ItemTraits(
    List<String> item,
    List<String> title,
    List<String> category,
    int[] users,
    double[] price,
    Map<String, Integer> place) {
  static ItemTraits of(
      List<String> item, List<String> title, List<String> category, int[] users, double[] price) {
    Map<String, Integer> place = new HashMap<>();
    item.forEach(id -> place.put(id, place.size()));
    return new ItemTraits(item, title, category, users, price, place);
  }

  /** The title of an item, or its id when it has none. */
  public String label(int at) {
    return title.get(at).isEmpty() ? item.get(at) : title.get(at);
  }
}
