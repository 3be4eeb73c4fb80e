package io.aisle.domain.data;

/**
 * A row that was not taken.
 *
 * @param file name of the file, without its folder
 * @param row number of the record, the header being 1
 * @param column header of the column at fault; empty when it is the whole row
 * @param reason short name under which it is counted
 * @param rawLine the row as it stood, cut off after 2,000 characters
 */
public record Refusal(String file, long row, String column, String reason, String rawLine) {}
