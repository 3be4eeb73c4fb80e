package io.aisle.domain.experiment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with one row for each graded pair of a query and an item.
 *
 * @param query header of the column with the text of the query, or with its id in the file of
 *     queries, when that has a column of ids with the same header
 * @param item header of the column with the external id of the item
 * @param grade header of the column with the grade, a whole number from 0
 */
public record JudgementFile(Path file, String query, String item, String grade) {
  /** Whether queries are named by the ids that a file of queries gives them. */
  public boolean byKey(Optional<QueryFile> queries) {
    return queries
        .filter(known -> known.id().equals(Optional.of(query)))
        .filter(known -> !known.query().equals(query))
        .isPresent();
  }
}
