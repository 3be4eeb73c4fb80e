package io.aisle.domain.experiment;

import java.nio.file.Path;

/**
 * A file with one row for each graded pair of a query and an item.
 *
 * @param query header of the column with the text of the query
 * @param item header of the column with the external id of the item
 * @param grade header of the column with the grade, a whole number from 0
 */
public record JudgementFile(Path file, String query, String item, String grade) {}
