package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.data.Unjoined;
import io.aisle.domain.experiment.CategoryFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The paths of categories through the tree that they stand in, as {@code Home/Kitchen/Pots}.
 * Confined to one thread.
 */
final class CategoryTree {
  /** Parts of a path are put together with what cleaning splits them by. */
  private static final String SEPARATOR = "/";

  /** What stands as the parent of a category that has none. */
  private static final Set<String> NO_PARENT = Set.of("0", "-1");

  private static final String UNKNOWN = "categories-unknown";
  private static final String CIRCULAR = "categories-circular";

  /** What faults of categories are called. */
  static final Set<String> FAULTS = Set.of(UNKNOWN, CIRCULAR);

  private static final int DEEPEST = 50;
  private static final int EXAMPLES = 5;

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Set<String> circular = new LinkedHashSet<>();

  private CategoryTree() {}

  /** No tree: each category stands for itself. */
  static CategoryTree none() {
    return new CategoryTree();
  }

  /**
   * Of two rows of a category the first counts.
   *
   * @throws io.aisle.domain.InputException when the file cannot be read or lacks a column
   */
  static CategoryTree read(CategoryFile said) {
    return Tables.read(
        said.file(),
        rows -> {
          CategoryTree tree = new CategoryTree();
          tree.readAll(said, rows);
          rows.close();
          return tree;
        });
  }

  private void readAll(CategoryFile said, RowSource rows) {
    Path file = said.file();
    int id = Tables.column(file, rows.header(), said.id());
    int parent = Tables.column(file, rows.header(), said.parent());
    int name = said.name().map(each -> Tables.column(file, rows.header(), each)).orElse(-1);
    while (rows.next()) {
      String own = rows.stripped(id);
      if (!own.isEmpty() && parents.putIfAbsent(own, rows.stripped(parent)) == null) {
        String title = rows.stripped(name);
        names.put(own, title.isEmpty() ? own : title);
      }
    }
  }

  /** The path to a category; the category itself where the tree does not lead to it. */
  String path(String category) {
    return parents.isEmpty() || category.isEmpty()
        ? category
        : paths.computeIfAbsent(category, this::climb);
  }

  private String climb(String category) {
    if (!parents.containsKey(category)) {
      unknown.add(category);
      return category;
    }
    List<String> parts = new ArrayList<>();
    for (String at = category; !at.isEmpty(); at = above(at)) {
      if (parts.size() == DEEPEST) {
        circular.add(category);
        return names.get(category);
      }
      parts.add(names.getOrDefault(at, at));
    }
    return String.join(SEPARATOR, parts.reversed());
  }

  /** The parent of a category; "" at the root, which may name itself or a usual word for none. */
  private String above(String category) {
    String parent = parents.getOrDefault(category, "");
    boolean none = NO_PARENT.contains(parent) && !parents.containsKey(parent);
    return none || parent.equals(category) ? "" : parent;
  }

  /** The categories that were asked for and have no path. */
  List<Unjoined> faults() {
    List<Unjoined> found = new ArrayList<>();
    fault(UNKNOWN, unknown).ifPresent(found::add);
    fault(CIRCULAR, circular).ifPresent(found::add);
    return found;
  }

  private Optional<Unjoined> fault(String what, Set<String> categories) {
    return categories.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Unjoined(
                what,
                categories.size(),
                paths.size(),
                categories.stream().limit(EXAMPLES).toList()));
  }
}
