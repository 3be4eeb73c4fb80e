package io.aisle.domain.data;

/**
 * An order of the rows of a table. Rows that are equal in the column keep the order of the file
 * (the reverse of it when descending); those without a value come last either way.
 *
 * @param column its place among those that can be sorted, from 0
 */
public record RowSort(int column, boolean descending) {}
