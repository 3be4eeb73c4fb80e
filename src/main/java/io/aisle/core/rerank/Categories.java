package io.aisle.core.rerank;

import io.aisle.domain.data.Catalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The categories of a catalogue's items; an item may have several, separated by a bar.
 *
 * @param names of the categories
 * @param ofItem {@code [item]} numbers of its categories, ascending; empty when it has none
 */
public record Categories(List<String> names, int[][] ofItem) {
  public static Categories of(Catalogue catalogue) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[][] ofItem = new int[catalogue.items().size()][];
    for (int item = 0; item < ofItem.length; item++) {
      ofItem[item] =
          split(catalogue.categories().get(item)).stream()
              .mapToInt(name -> numbers.computeIfAbsent(name, _ -> numbers.size()))
              .sorted()
              .toArray();
    }
    return new Categories(List.copyOf(numbers.keySet()), ofItem);
  }

  private static List<String> split(String text) {
    List<String> names = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int bar = text.indexOf('|', from);
      int to = bar < 0 ? text.length() : bar;
      String name = text.substring(from, to).strip();
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
      from = to + 1;
    }
    return names;
  }

  /** Whether an item has a category. */
  boolean has(int item, int category) {
    return Arrays.binarySearch(ofItem[item], category) >= 0;
  }
}
