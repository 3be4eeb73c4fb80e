package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;

/**
 * A row that was not taken, as it is kept.
 *
 * @param file index of the file
 * @param row number of the record in its file, the header being 1
 * @param rawLine as it stands in the file, cut off after 2,000 characters
 */
record RefusedRow(ParsedRow.Fault fault, int file, long row, String rawLine) {
  static RefusedRow of(ParsedRow.Fault fault, int file, RowSource row) {
    return new RefusedRow(fault, file, row.row(), row.rawLine());
  }
}
