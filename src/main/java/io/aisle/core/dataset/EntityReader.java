package io.aisle.core.dataset;

import io.aisle.domain.experiment.EntityFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads files with one row for each item or user. */
public final class EntityReader {
  /**
   * What a row says.
   *
   * @param title "" when unknown
   * @param category "" when unknown
   * @param attributes the other columns that are not empty, by header, and the keys of the
   *     attributes column
   */
  public record Entity(String title, String category, Map<String, String> attributes) {
    /** Whether it says nothing. */
    boolean isEmpty() {
      return title.isEmpty() && category.isEmpty() && attributes.isEmpty();
    }
  }

  private EntityReader() {}

  /**
   * Entities by id in the order of the file. A row without an id is none; of two rows of one id the
   * first counts; fields that a short row lacks are empty.
   *
   * @throws io.aisle.domain.InputException when the file cannot be read or a named column is
   *     missing
   */
  static Map<String, Entity> read(EntityFile file, Guarding.Joined guarding) {
    Map<String, Entity> entities = new LinkedHashMap<>();
    try (EntityRows rows = EntityRows.open(file, guarding)) {
      while (rows.next()) {
        String name = rows.id();
        if (!name.isEmpty()) {
          entities.putIfAbsent(name, rows.entity().orElseThrow(rows::unreadable));
        }
      }
    }
    return entities;
  }

  /**
   * The attributes of users and items from files.
   *
   * @throws io.aisle.domain.InputException when a file cannot be read or lacks a column
   */
  public static EntityAttributes attributes(
      Optional<EntityFile> users, Optional<EntityFile> items) {
    return attributes(users, read(items));
  }

  /** As the other, with items that were read already. */
  static EntityAttributes attributes(Optional<EntityFile> users, Map<String, Entity> items) {
    return new EntityAttributes(attributes(read(users)), attributes(items));
  }

  private static Map<String, Map<String, String>> attributes(Map<String, Entity> entities) {
    Map<String, Map<String, String>> attributes = new HashMap<>();
    entities.forEach((id, entity) -> attributes.put(id, entity.attributes()));
    return attributes;
  }

  /** Entities of an optional file, without the personal values of its columns. */
  static Map<String, Entity> read(Optional<EntityFile> file, Guarding.Joined guarding) {
    return file.map(given -> read(given, guarding)).orElse(Map.of());
  }

  /** Entities of an optional file. */
  public static Map<String, Entity> read(Optional<EntityFile> file) {
    return read(file, Guarding.Joined.NONE);
  }
}
