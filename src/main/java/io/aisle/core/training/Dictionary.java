package io.aisle.core.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** External ids to dense indices, in the order of first appearance. Confined to one thread. */
final class Dictionary {
  private final Map<String, Integer> indices;
  private final boolean open;

  /**
   * @param open whether an unknown id gets the next index; otherwise it has none
   */
  Dictionary(Map<String, Integer> indices, boolean open) {
    this.indices = indices;
    this.open = open;
  }

  static Dictionary empty() {
    return new Dictionary(new HashMap<>(), true);
  }

  /** The index of an id, or -1 when the dictionary is closed and does not hold it. */
  int index(String id) {
    Integer known = indices.get(id);
    if (known != null) {
      return known;
    }
    if (!open) {
      return -1;
    }
    indices.put(id, indices.size());
    return indices.size() - 1;
  }

  int size() {
    return indices.size();
  }

  /** Ids by index. */
  List<String> ids() {
    String[] ids = new String[indices.size()];
    indices.forEach((id, index) -> ids[index] = id);
    return List.of(ids);
  }

  /**
   * The order in which indices stand when the ids are sorted: {@code [old] = new}. A catalogue
   * sorted by id does not depend on the order of rows in the files it came from.
   */
  static int[] sortedPlaces(List<String> ids) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(ids::get));
    int[] places = new int[ids.size()];
    for (int place = 0; place < places.length; place++) {
      places[order.get(place)] = place;
    }
    return places;
  }
}
