package io.aisle.core.dataset;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.Catalogues;
import io.aisle.store.Database;
import io.aisle.store.ItemAttributes;
import it.unimi.dsi.fastutil.objects.Object2ObjectArrayMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What versions say about their users and items. Of items with very many values, as properties with
 * a row for each can be, the attributes that most items have are looked at where none are named, so
 * that they fit into memory. Thread-safe.
 */
public final class StoredAttributes {
  /** Values of all items. */
  static final int MOST_VALUES = 4_000_000;

  /** Places in a table with a row for each item and a column for each attribute. */
  static final long MOST_PLACES = 25_000_000;

  private final Catalogues catalogues;
  private final ItemAttributes items;

  StoredAttributes(Database database) {
    this.catalogues = new Catalogues(database);
    this.items = new ItemAttributes(database);
  }

  /** What is said of all users, and of items as far as it is looked at unasked. */
  EntityAttributes of(DatasetVersion version) {
    return of(version, itemNames(version, CancelSignal.NEVER));
  }

  /**
   * What is said of all users, and some of what is said of items.
   *
   * @param names of the attributes of items; those that there are not are passed over
   */
  public EntityAttributes of(DatasetVersion version, Collection<String> names) {
    return new EntityAttributes(catalogues.userAttributes(version.id()), items(version, names));
  }

  private Map<String, Map<String, String>> items(DatasetVersion version, Collection<String> names) {
    Set<String> wanted = new HashSet<>(names);
    Map<String, String> texts = new HashMap<>();
    Map<String, Map<String, String>> found = new LinkedHashMap<>();
    if (!wanted.isEmpty()) {
      items.all(
          version.id(),
          version.items(),
          CancelSignal.NEVER,
          (item, name, value) -> {
            if (wanted.contains(name)) {
              found
                  .computeIfAbsent(item, each -> new Object2ObjectArrayMap<>(4))
                  .put(name, texts.computeIfAbsent(value, each -> each));
            }
          });
    }
    return found;
  }

  /** The attributes of users. */
  public List<String> userNames(DatasetVersion version) {
    Set<String> names = new LinkedHashSet<>();
    catalogues
        .userAttributes(version.id())
        .values()
        .forEach(
            each ->
                each.forEach(
                    (name, value) -> {
                      if (!value.isBlank()) {
                        names.add(name);
                      }
                    }));
    return List.copyOf(names);
  }

  /** The attributes of items that are looked at unasked, in the order in which they are met. */
  public List<String> itemNames(DatasetVersion version, CancelSignal cancel) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    items.all(
        version.id(),
        version.items(),
        cancel,
        (item, name, value) -> counts.merge(name, 1, Integer::sum));
    return most(counts, version.items());
  }

  /**
   * Those that most items have, as many as there is room for.
   *
   * @param counts items that have an attribute, by its name
   * @param items how many items there are
   */
  static List<String> most(Map<String, Integer> counts, int items) {
    List<Map.Entry<String, Integer>> ordered = new ArrayList<>(counts.entrySet());
    ordered.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    Set<String> chosen = new HashSet<>();
    long values = 0;
    for (Map.Entry<String, Integer> each : ordered) {
      values += each.getValue();
      if (values > MOST_VALUES || (chosen.size() + 1L) * items > MOST_PLACES) {
        break;
      }
      chosen.add(each.getKey());
    }
    return counts.keySet().stream().filter(chosen::contains).toList();
  }
}
