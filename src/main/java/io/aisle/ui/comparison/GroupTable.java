package io.aisle.ui.comparison;

import java.util.List;

/**
 * Groups and their figures in words.
 *
 * @param columns headings; the first is that of the groups
 * @param rows one cell for each column; the last row is the largest gap
 */
public record GroupTable(List<String> columns, List<List<String>> rows) {
  public static final GroupTable EMPTY = new GroupTable(List.of(), List.of());
}
