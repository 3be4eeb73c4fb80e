package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.EntityFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files with one row for each item or user. */
public final class EntityReader {
  /**
   * What a row says.
   *
   * @param title "" when unknown
   * @param category "" when unknown
   * @param attributes the other columns that are not empty, by header
   */
  public record Entity(String title, String category, Map<String, String> attributes) {}

  private EntityReader() {}

  /**
   * Entities by id in the order of the file. A row without an id is none; of two rows of one id the
   * first counts; fields that a short row lacks are empty.
   *
   * @throws InputException when the file cannot be read or a named column is missing
   */
  static Map<String, Entity> read(EntityFile file) {
    Map<String, Entity> entities = new LinkedHashMap<>();
    try (CsvRows rows = CsvRows.open(file.file(), DelimiterGuess.of(file.file()).delimiter())) {
      int id = column(file, rows.header(), Optional.of(file.id()));
      int title = column(file, rows.header(), file.title());
      int category = column(file, rows.header(), file.category());
      while (rows.next()) {
        String name = field(rows, id);
        if (!name.isEmpty()) {
          Map<String, String> attributes = new LinkedHashMap<>();
          for (int i = 0; i < rows.header().size(); i++) {
            String value = field(rows, i);
            if (i != id && i != title && i != category && !value.isEmpty()) {
              attributes.put(rows.header().get(i), value);
            }
          }
          entities.putIfAbsent(
              name, new Entity(field(rows, title), field(rows, category), attributes));
        }
      }
    }
    return entities;
  }

  /** Entities of an optional file. */
  public static Map<String, Entity> read(Optional<EntityFile> file) {
    return file.map(EntityReader::read).orElse(Map.of());
  }

  private static int column(EntityFile file, List<String> header, Optional<String> name) {
    if (name.isEmpty()) {
      return -1;
    }
    int index = header.indexOf(name.get());
    if (index < 0) {
      throw new InputException(
          "%s has no column \"%s\"%s; its header is %s: correct the mapping."
              .formatted(file.file(), name.get(), Nearest.hint(name.get(), header), header));
    }
    return index;
  }

  private static String field(CsvRows rows, int column) {
    return column < 0 || column >= rows.fieldCount() ? "" : rows.field(column).strip();
  }
}
