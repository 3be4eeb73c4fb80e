package io.aisle.core.dataset;

import io.aisle.domain.experiment.CategoryFile;
import io.aisle.domain.experiment.PropertyFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What mapping files say about files with a row for each property of an item:
 *
 * <pre>{@code
 * properties: {files: [part1.csv, part2.csv], item: itemid, property: property, value: value,
 *   time: timestamp, asOf: 2015-08-01, title: name, category: categoryid,
 *   tree: {file: category_tree.csv, id: categoryid, parent: parentid, name: title}}
 * }</pre>
 */
final class PropertySection {
  private static final String KEY = "properties";

  private PropertySection() {}

  /**
   * @param file where the mapping stands, for relative paths
   */
  static Optional<PropertyFiles> read(YamlMap map, Path file) {
    return map.optionalMap(
            KEY, "files", "item", "property", "value", "time", "asOf", "title", "category", "tree")
        .map(given -> properties(given, file));
  }

  private static PropertyFiles properties(YamlMap given, Path file) {
    if (given.has("asOf") && !given.has("time")) {
      throw given.wrong("asOf", "beside time, the column that says since when a value holds");
    }
    return new PropertyFiles(
        given.list("files").stream()
            .map(
                name ->
                    PlainValue.text(name)
                        .orElseThrow(() -> given.wrong("files", "a list of paths")))
            .map(name -> MappingReader.beside(file, name))
            .toList(),
        given.text("item"),
        given.text("property"),
        given.text("value"),
        given.optional("time"),
        given.has("asOf") ? Optional.of(given.instant("asOf")) : Optional.empty(),
        given.optional("title"),
        given.optional("category"),
        given
            .optionalMap("tree", "file", "id", "parent", "name")
            .map(
                tree ->
                    new CategoryFile(
                        MappingReader.beside(file, tree.text("file")),
                        tree.text("id"),
                        tree.text("parent"),
                        tree.optional("name"))));
  }

  /** Adds what is said in a mapping file. */
  static void write(PropertyFiles said, Map<String, Object> yaml) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("files", said.files().stream().map(PropertySection::absolute).toList());
    keys.put("item", said.item());
    keys.put("property", said.property());
    keys.put("value", said.value());
    said.time().ifPresent(column -> keys.put("time", column));
    said.asOf().ifPresent(moment -> keys.put("asOf", moment.toString()));
    said.title().ifPresent(name -> keys.put("title", name));
    said.category().ifPresent(name -> keys.put("category", name));
    said.tree().ifPresent(tree -> keys.put("tree", tree(tree)));
    yaml.put(KEY, keys);
  }

  private static Map<String, Object> tree(CategoryFile tree) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("file", absolute(tree.file()));
    keys.put("id", tree.id());
    keys.put("parent", tree.parent());
    tree.name().ifPresent(column -> keys.put("name", column));
    return keys;
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().toString();
  }
}
