package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the columns of a file. */
record CsvHeader(Path file, List<String> names) {
  /**
   * Names without blanks round them; a column without a name has its number.
   *
   * @throws InputException when two have the same
   */
  static CsvHeader of(Path file, List<String> fields) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String field : fields) {
      String name = field.strip();
      if (name.isEmpty()) {
        name = "column " + (names.size() + 1);
      }
      Integer other = seen.put(name, names.size());
      if (other != null) {
        throw new InputException(
            "%s has two columns named \"%s\" (numbers %d and %d of its header): rename one."
                .formatted(file, name, other + 1, names.size() + 1));
      }
      names.add(name);
    }
    return new CsvHeader(file, List.copyOf(names));
  }

  /**
   * Index of a column.
   *
   * @throws InputException naming the nearest header
   */
  int column(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new InputException(
          "%s has no column \"%s\"%s; its header is %s: correct the mapping."
              .formatted(file, name, Nearest.hint(name, names), names));
    }
    return index;
  }
}
