package io.aisle.domain.experiment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with one row for each item or user; columns without a role are attributes.
 *
 * @param id header of the column with the external id
 * @param title header of the title column
 * @param category header of the category column
 * @param attributes header of a column that holds a JSON object, whose keys become attributes
 */
public record EntityFile(
    Path file,
    String id,
    Optional<String> title,
    Optional<String> category,
    Optional<String> attributes) {
  /** One whose attributes all have columns of their own. */
  public EntityFile(Path file, String id, Optional<String> title, Optional<String> category) {
    this(file, id, title, category, Optional.empty());
  }
}
