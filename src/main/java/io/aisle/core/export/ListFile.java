package io.aisle.core.export;

import io.aisle.core.training.AtomicFile;
import io.aisle.core.training.TsvWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes lists into a file, row by row as they come, whole or not at all: when a row fails or the
 * work is cancelled, nothing is left and an earlier file stays.
 */
public final class ListFile {
  private static final List<String> TSV_HEADER = List.of("user", "rank", "item", "score");

  private ListFile() {}

  /**
   * @param rows gives each row to the consumer, in the order of the file
   * @throws io.aisle.domain.OperationException when the disk refuses
   */
  public static void write(Path file, ListFormat format, Rows rows) {
    switch (format) {
      case TSV ->
          TsvWriter.write(
              file,
              TSV_HEADER,
              sink ->
                  rows.to(
                      row ->
                          sink.row(
                              row.user(),
                              Integer.toString(row.rank()),
                              row.item(),
                              Float.toString(row.score()))));
      case CSV -> AtomicFile.write(file, out -> CsvLists.write(out, rows));
      case PARQUET -> AtomicFile.writeAt(file, draft -> ParquetLists.write(draft, rows));
      case XLSX -> AtomicFile.write(file, out -> WorkbookLists.write(out, rows));
    }
  }

  /** Produces the rows. */
  @FunctionalInterface
  public interface Rows {
    void to(Consumer<ListRow> sink);
  }
}
