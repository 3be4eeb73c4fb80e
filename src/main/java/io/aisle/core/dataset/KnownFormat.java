package io.aisle.core.dataset;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A format that is recognised by its columns, or by its fields where it has no line of headers.
 *
 * @param title as its publishers call it
 * @param header columns that all must be there; empty: it has no headers
 * @param rows what each field of its rows looks like; empty: it has headers
 * @param mapping the roles and rules that go with it, and what lies beside it
 */
record KnownFormat(String title, List<String> header, List<Pattern> rows, MappingFile mapping) {
  boolean hasHeader(List<String> names) {
    return !header.isEmpty()
        ? names.containsAll(header)
        : names.equals(mapping.mapping().form().header());
  }

  /** Whether all of some rows look like its rows. */
  boolean hasRows(List<List<String>> sample) {
    return !rows.isEmpty() && !sample.isEmpty() && sample.stream().allMatch(this::isRow);
  }

  private boolean isRow(List<String> fields) {
    if (fields.size() != rows.size()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).matcher(fields.get(i)).matches()) {
        return false;
      }
    }
    return true;
  }
}
