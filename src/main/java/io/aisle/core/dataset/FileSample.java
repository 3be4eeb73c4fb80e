package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first rows of a file. */
record FileSample(
    Path file, DelimiterGuess delimiter, List<String> header, List<List<String>> rows) {
  private static final int ROWS = 1_000;

  /**
   * @throws InputException when the file cannot be read as a table with the given delimiter, or
   *     with any
   */
  static FileSample of(Path file, ColumnMapping given) {
    DelimiterGuess delimiter =
        given
            .delimiter()
            .map(c -> new DelimiterGuess(c, 0, 1))
            .orElseGet(() -> DelimiterGuess.of(file));
    try (CsvRows rows = CsvRows.open(file, delimiter.delimiter())) {
      if (given.delimiter().isPresent() && rows.header().size() < 2) {
        throw new InputException(
            "%s has one column only with the delimiter %s that the mapping names%s: correct or leave out the delimiter."
                .formatted(file, DelimiterGuess.name(delimiter.delimiter()), alternative(file)));
      }
      List<List<String>> sample = new ArrayList<>();
      while (sample.size() < ROWS && rows.next()) {
        sample.add(rows.fields());
      }
      return new FileSample(file, delimiter, rows.header(), sample);
    }
  }

  private static String alternative(Path file) {
    return ", its fields seem to be separated by the "
        + DelimiterGuess.name(DelimiterGuess.of(file).delimiter());
  }

  /** The sample's values of a column; rows that are too short are left out. */
  List<String> values(String column) {
    int index = header.indexOf(column);
    return rows.stream().filter(row -> row.size() > index).map(row -> row.get(index)).toList();
  }
}
