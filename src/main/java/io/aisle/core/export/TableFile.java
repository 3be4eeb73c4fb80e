package io.aisle.core.export;

import io.aisle.core.training.AtomicFile;
import io.aisle.domain.data.TableHead;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a table into a file, row by row as they come, whole or not at all: when a row fails or the
 * work is cancelled, nothing is left and an earlier file stays.
 */
public final class TableFile {
  private TableFile() {}

  /**
   * @param title of the sheets of a workbook
   * @param rows gives each row to the consumer, in the order of the file
   * @throws io.aisle.domain.OperationException when the disk refuses
   */
  public static void write(
      Path file, TableFormat format, String title, List<TableHead> heads, Rows rows) {
    switch (format) {
      case CSV -> AtomicFile.write(file, out -> CsvTable.write(out, heads, rows));
      case PARQUET -> AtomicFile.writeAt(file, draft -> ParquetTable.write(draft, heads, rows));
      case XLSX -> AtomicFile.write(file, out -> WorkbookTable.write(out, title, heads, rows));
    }
  }

  /** Produces the rows: cells as {@link io.aisle.domain.data.CellType} says, null where missing. */
  @FunctionalInterface
  public interface Rows {
    void to(Consumer<Object[]> sink);
  }
}
