package io.aisle.core.dataset;

import io.aisle.store.ItemName;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The dictionary of items: dense numbers from 0 in the order of first appearance. The first title
 * and category of an item that are not empty stay.
 */
final class ItemNames {
  private static final int UNKNOWN = -1;
  private static final int MOST_TITLES = 8;

  private final Map<Integer, Set<String>> others = new HashMap<>();
  private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
  private final List<ItemName> items = new ArrayList<>();

  ItemNames(List<ItemName> known) {
    this(known, Map.of());
  }

  /**
   * @param titles those that were noted beside the titles of items, by the items' numbers
   */
  ItemNames(List<ItemName> known, Map<Integer, List<String>> titles) {
    numbers.defaultReturnValue(UNKNOWN);
    titles.forEach((number, each) -> others.put(number, new HashSet<>(each)));
    for (ItemName item : known) {
      numbers.put(item.name(), items.size());
      items.add(item);
    }
  }

  int size() {
    return items.size();
  }

  List<ItemName> all() {
    return items;
  }

  ItemName get(int number) {
    return items.get(number);
  }

  /** The number of an item; a new one gets the next. */
  int number(String name) {
    int number = numbers.putIfAbsent(name, items.size());
    if (number != UNKNOWN) {
      return number;
    }
    items.add(new ItemName(name, "", ""));
    return items.size() - 1;
  }

  /** The number of an item that is there. */
  OptionalInt find(String name) {
    int number = numbers.getInt(name);
    return number == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /**
   * Fills in what is not known yet.
   *
   * @return whether that changed the entry
   */
  boolean describe(int number, String title, String category) {
    ItemName old = items.get(number);
    boolean better =
        old.title().isEmpty() && !title.isEmpty()
            || old.category().isEmpty() && !category.isEmpty();
    if (better) {
      replace(
          number,
          old.title().isEmpty() ? title : old.title(),
          old.category().isEmpty() ? category : old.category());
    }
    return better;
  }

  /**
   * Notes a title that differs from the one an item has.
   *
   * @return whether it is new; after eight of one item no more are noted
   */
  boolean another(int number, String title) {
    if (title.isEmpty() || title.equals(items.get(number).title())) {
      return false;
    }
    Set<String> known = others.computeIfAbsent(number, each -> new HashSet<>());
    return known.size() < MOST_TITLES && known.add(title);
  }

  /** Lets an item file have the last word where it says something. */
  void overrule(int number, EntityReader.Entity entity) {
    ItemName old = items.get(number);
    replace(
        number,
        entity.title().isEmpty() ? old.title() : entity.title(),
        entity.category().isEmpty() ? old.category() : entity.category());
  }

  private void replace(int number, String title, String category) {
    items.set(number, new ItemName(items.get(number).name(), title, category));
  }
}
