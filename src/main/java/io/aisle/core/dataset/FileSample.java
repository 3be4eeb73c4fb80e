package io.aisle.core.dataset;

import io.aisle.core.dataset.privacy.PersonalColumns;
import io.aisle.core.dataset.table.RowSource;
import io.aisle.core.dataset.table.TableFile;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.PersonalColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first rows of a file; those that are damaged as a whole are left out. */
record FileSample(Path file, TableFile table, List<String> header, List<List<String>> rows) {
  private static final int ROWS = 1_000;

  /**
   * @throws InputException when the file cannot be read as a table with the given delimiter, or
   *     with any
   */
  static FileSample of(Path file, ColumnMapping given) {
    TableFile table = Tables.look(file, given.form());
    try (RowSource rows = table.open()) {
      List<List<String>> sample = new ArrayList<>();
      while (sample.size() < ROWS && rows.next()) {
        if (rows.damage() == RowSource.Damage.NONE) {
          sample.add(rows.fields());
        }
      }
      return new FileSample(file, table, rows.header(), sample);
    }
  }

  /** The columns that look personal. */
  List<PersonalColumn> personal() {
    return PersonalColumns.of(file.getFileName().toString(), header, rows);
  }

  /** The sample's values of a column; rows that are too short are left out. */
  List<String> values(String column) {
    int index = header.indexOf(column);
    return rows.stream().filter(row -> row.size() > index).map(row -> row.get(index)).toList();
  }
}
