package io.aisle.core.dataset;

/**
 * A row that was not taken, as it is kept.
 *
 * @param file index of the file
 * @param row number of the record in its file, the header being 1
 * @param line what may be kept of it as it stands in the file, at most 2,000 characters
 */
record RefusedRow(ParsedRow.Fault fault, int file, long row, String line) {}
