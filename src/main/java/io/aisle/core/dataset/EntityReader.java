package io.aisle.core.dataset;

import io.aisle.domain.experiment.EntityFile;
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
  public record Entity(String title, String category, Map<String, String> attributes) {}

  private EntityReader() {}

  /**
   * Entities by id in the order of the file. A row without an id is none; of two rows of one id the
   * first counts; fields that a short row lacks are empty.
   *
   * @throws io.aisle.domain.InputException when the file cannot be read or a named column is
   *     missing
   */
  static Map<String, Entity> read(EntityFile file) {
    Map<String, Entity> entities = new LinkedHashMap<>();
    try (EntityRows rows = EntityRows.open(file)) {
      while (rows.next()) {
        String name = rows.id();
        if (!name.isEmpty()) {
          entities.putIfAbsent(name, rows.entity().orElseThrow(rows::unreadable));
        }
      }
    }
    return entities;
  }

  /** Entities of an optional file. */
  public static Map<String, Entity> read(Optional<EntityFile> file) {
    return file.map(EntityReader::read).orElse(Map.of());
  }
}
