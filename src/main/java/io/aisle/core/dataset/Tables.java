package io.aisle.core.dataset;

import io.aisle.core.dataset.table.Layout;
import io.aisle.core.dataset.table.RowSource;
import io.aisle.core.dataset.table.TableFile;
import io.aisle.domain.InputException;
import io.aisle.domain.data.FileForm;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Opens files of rows, whatever their format. */
final class Tables {
  private static final int MOST_NAMES = 30;
  private static final int FIRST_ROWS = 20;

  private Tables() {}

  /**
   * What a file is. One without a line of headers gets the column names of the format that its rows
   * have, where that is known.
   *
   * @param given what was said about it
   * @throws InputException when it cannot be read as a table
   */
  static TableFile look(Path file, FileForm given) {
    TableFile table = TableFile.of(file, given);
    if (table.layout() != Layout.DELIMITED || !given.header().isEmpty()) {
      return table;
    }
    return KnownFormats.withoutHeader(file, table.firstRows(FIRST_ROWS))
        .map(table::withHeader)
        .orElse(table);
  }

  static RowSource open(Path file, FileForm given) {
    return look(file, given).open();
  }

  /**
   * A reader over the rows of a file about which nothing was said; when it cannot be made the file
   * is closed again.
   *
   * @throws InputException when the file cannot be read, or what {@code make} throws
   */
  static <T> T read(Path file, Function<RowSource, T> make) {
    RowSource rows = open(file, FileForm.GUESS);
    boolean made = false;
    try {
      T reader = make.apply(rows);
      made = true;
      return reader;
    } finally {
      if (!made) {
        rows.close();
      }
    }
  }

  /**
   * Index of a column.
   *
   * @throws InputException naming the nearest header
   */
  static int column(Path file, List<String> header, String name) {
    int index = header.indexOf(name);
    if (index < 0) {
      throw new InputException(
          "%s has no column \"%s\"%s; its header is %s: correct the mapping."
              .formatted(file, name, Nearest.hint(name, header), names(header)));
    }
    return index;
  }

  /** A header in a sentence. */
  static String names(List<String> header) {
    return header.size() <= MOST_NAMES
        ? header.toString()
        : "[%s, ... and %d more]"
            .formatted(
                String.join(", ", header.subList(0, MOST_NAMES)), header.size() - MOST_NAMES);
  }
}
