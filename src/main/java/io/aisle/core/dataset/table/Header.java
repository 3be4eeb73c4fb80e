package io.aisle.core.dataset.table;

import io.aisle.domain.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the columns of a file. */
final class Header {
  private static final int MOST_COLUMNS = 2_000;
  private static final int LONGEST_NAME = 500;

  private Header() {}

  /**
   * Names without blanks round them; a column without a name has its number.
   *
   * @throws InputException when two have the same, there are none, or they are no names
   */
  static List<String> of(Path file, List<String> fields) {
    if (fields.isEmpty()) {
      throw new InputException(
          "%s has no columns: give a file with a header line and rows.".formatted(file));
    }
    if (fields.size() > MOST_COLUMNS) {
      throw new InputException(
          "%s has %d columns, more than the %d that are read: leave out some, or name the right delimiter in a mapping file."
              .formatted(file, fields.size(), MOST_COLUMNS));
    }
    List<String> names = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String field : fields) {
      String name = field.strip();
      if (name.isEmpty()) {
        name = "column " + (names.size() + 1);
      }
      if (name.length() > LONGEST_NAME) {
        throw new InputException(
            "%s has a column name of %d characters (number %d of its header): give a file with a header line."
                .formatted(file, name.length(), names.size() + 1));
      }
      Integer other = seen.put(name, names.size());
      if (other != null) {
        throw new InputException(
            "%s has two columns named \"%s\" (numbers %d and %d of its header): rename one."
                .formatted(file, name, other + 1, names.size() + 1));
      }
      names.add(name);
    }
    return List.copyOf(names);
  }
}
