package io.aisle.ui.users;

import io.aisle.ui.common.RunItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run shows the user, best first.
 *
 * @param stale whether they are those of the user before, because the new ones are not there yet
 */
public record ModelColumn(RunItem run, List<ListedItem> items, boolean stale) {
  /** The same until what was asked for comes. */
  ModelColumn waiting(RunItem asked) {
    return new ModelColumn(asked, items, true);
  }

  /** Rank of the first hit; 0 when there is none. */
  public int firstHit() {
    return items.stream().filter(ListedItem::hit).mapToInt(ListedItem::rank).findFirst().orElse(0);
  }

  /** How many of the items the user did not have before. */
  public int fresh() {
    return (int) items.stream().filter(item -> !item.known()).count();
  }

  /** How many items each category has, the most frequent first; none where none is known. */
  public Map<String, Integer> mix() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    items.stream()
        .map(ListedItem::category)
        .filter(category -> !category.isEmpty())
        .forEach(category -> counts.merge(category, 1, Integer::sum));
    Map<String, Integer> mix = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(each -> mix.put(each.getKey(), each.getValue()));
    return mix;
  }
}
