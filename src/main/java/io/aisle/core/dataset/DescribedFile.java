package io.aisle.core.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that describes, grades or reviews what others hold.
 *
 * @param columns those whose meaning is known, the ids first
 * @param header all its columns
 * @param rows its first rows
 */
public record DescribedFile(
    Kind kind, Path file, List<String> columns, List<String> header, List<List<String>> rows) {
  /** What the rows of a file are. */
  public enum Kind {
    ITEMS,
    USERS,
    GRADES,
    QUERIES,
    TRIPLES,
    LINKS,
    REVIEWS,
    PROPERTIES,
    CATEGORIES
  }

  public DescribedFile {
    columns = List.copyOf(columns);
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }
}
