package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.data.FileForm;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rows of a file of queries, triples or reviews. Confined to one thread. */
final class FurtherRows implements AutoCloseable {
  private final Path file;
  private final RowSource rows;
  private final RowGuard guard;
  private final Map<Integer, RowGuard> joined = new HashMap<>();

  private FurtherRows(Path file, RowSource rows, RowGuard guard) {
    this.file = file;
    this.rows = rows;
    this.guard = guard;
  }

  /**
   * @throws io.aisle.domain.InputException when the file cannot be read
   */
  static FurtherRows open(Path file, Guarding guarding) {
    return open(file, FileForm.GUESS, guarding);
  }

  /** As {@link #open(Path, Guarding)}, where the form of the file is known. */
  static FurtherRows open(Path file, FileForm form, Guarding guarding) {
    RowSource rows = Tables.open(file, form);
    return new FurtherRows(file, rows, guarding.of(rows.header()));
  }

  /** Treats a column of ids as the events' ids are treated. */
  int joined(String column, Guarding.Joined ids) {
    int index = column(column);
    joined.put(index, ids.of(rows.header(), index));
    return index;
  }

  /**
   * Index of a column.
   *
   * @throws io.aisle.domain.InputException naming the nearest header
   */
  int column(String name) {
    return Tables.column(file, rows.header(), name);
  }

  /** Index of a column; -1 when none is named. */
  int column(Optional<String> name) {
    return name.map(this::column).orElse(-1);
  }

  boolean next() {
    return rows.next();
  }

  /** A value without blanks round it; "" where there is none. */
  String value(int column) {
    return column < 0
        ? ""
        : joined.getOrDefault(column, guard).value(column, rows.stripped(column));
  }

  long bytesRead() {
    return rows.bytesRead();
  }

  @Override
  public void close() {
    rows.close();
  }
}
