package io.aisle.core.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.EntityFile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a file with one row for each item or user. Confined to one thread. */
final class EntityRows implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final char FLAG = '=';
  private static final char SEVERAL = '|';
  private static final List<String> CATEGORIES = List.of("category", "genre");

  private final EntityFile file;
  private final RowSource rows;
  private final int id;
  private final int title;
  private final int category;
  private final int attributes;
  private final Set<String> flags = new HashSet<>();
  private final RowGuard guard;

  private EntityRows(EntityFile file, RowSource rows, Guarding.Joined guarding) {
    this.file = file;
    this.rows = rows;
    this.id = Tables.column(file.file(), rows.header(), file.id());
    this.title = column(file.title());
    this.category = column(file.category());
    this.attributes = column(file.attributes());
    for (String column : rows.header()) {
      if (column.indexOf(FLAG) > 0) {
        flags.add(column.substring(0, column.indexOf(FLAG)));
      }
    }
    this.guard = guarding.of(rows.header(), id).hiding(attributes);
  }

  private int column(Optional<String> name) {
    return name.map(each -> Tables.column(file.file(), rows.header(), each)).orElse(-1);
  }

  /**
   * @throws InputException when the file cannot be read or a named column is missing
   */
  static EntityRows open(EntityFile file, Guarding.Joined guarding) {
    return Tables.read(file.file(), rows -> new EntityRows(file, rows, guarding));
  }

  boolean next() {
    return rows.next();
  }

  RowSource rows() {
    return rows;
  }

  /** The external id in the current row; "" when it has none. */
  String id() {
    return value(id);
  }

  /** What the current row says; empty when its attributes are no JSON object. */
  Optional<EntityReader.Entity> entity() {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> header = rows.header();
    for (int i = 0; i < header.size(); i++) {
      String value = value(i);
      if (i != id && i != title && i != category && i != attributes && !value.isEmpty()) {
        put(header.get(i), value, values);
      }
    }
    return json(rows.stripped(attributes), values)
        ? Optional.of(new EntityReader.Entity(value(title), category(values), values))
        : Optional.empty();
  }

  /** A column {@code genre=Drama} of 0 and 1 adds {@code Drama} to the attribute {@code genre}. */
  private static void put(String column, String value, Map<String, String> values) {
    int at = column.indexOf(FLAG);
    if (at <= 0 || !value.equals("0") && !value.equals("1")) {
      values.put(column, value);
    } else if (value.equals("1")) {
      values.merge(
          column.substring(0, at),
          column.substring(at + 1),
          (known, more) -> known + SEVERAL + more);
    }
  }

  /** The category in its column, or that of flags. */
  private String category(Map<String, String> values) {
    if (category >= 0) {
      return value(category);
    }
    return CATEGORIES.stream()
        .filter(each -> flags.contains(each))
        .map(each -> values.getOrDefault(each, ""))
        .findFirst()
        .orElse("");
  }

  private String value(int column) {
    return guard.value(column, rows.stripped(column));
  }

  /** The line that may be kept of the current row. */
  String line() {
    return guard.line(rows);
  }

  /** Adds the keys of an object; whether it is one, or nothing. */
  private boolean json(String text, Map<String, String> values) {
    if (text.isEmpty()) {
      return true;
    }
    try {
      JsonNode tree = JSON.readTree(text);
      tree.properties()
          .forEach(
              entry -> {
                JsonNode value = entry.getValue();
                String whole = value.isValueNode() ? value.asText() : value.toString();
                String taken = guard.value(entry.getKey(), whole);
                if (!taken.isEmpty() || whole.isEmpty()) {
                  values.put(entry.getKey(), taken);
                }
              });
      return tree.isObject();
    } catch (JsonProcessingException e) {
      return false; // whoever reads the row says what is wrong, and in which file
    }
  }

  /** The error of a row whose attributes cannot be read. */
  InputException unreadable() {
    return new InputException(
        "%s, row %d: \"%s\" is no JSON object: correct it, or leave out attributes in the mapping."
            .formatted(file.file(), rows.row(), file.attributes().orElse("")));
  }

  @Override
  public void close() {
    rows.close();
  }
}
