package io.aisle.core.export;

import io.aisle.core.training.TsvWriter;
import io.aisle.domain.data.CellType;
import io.aisle.domain.data.TableHead;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes lists into a file, row by row as they come, whole or not at all: when a row fails or the
 * work is cancelled, nothing is left and an earlier file stays.
 */
public final class ListFile {
  private static final List<String> TSV_HEADER = List.of("user", "rank", "item", "score");

  private static final List<TableHead> HEADS =
      List.of(
          new TableHead("user", CellType.TEXT),
          new TableHead("rank", CellType.WHOLE),
          new TableHead("item", CellType.TEXT),
          new TableHead("title", CellType.TEXT),
          new TableHead("score", CellType.NUMBER));

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
      case CSV -> table(file, TableFormat.CSV, rows);
      case PARQUET -> table(file, TableFormat.PARQUET, rows);
      case XLSX -> table(file, TableFormat.XLSX, rows);
    }
  }

  private static void table(Path file, TableFormat format, Rows rows) {
    TableFile.write(
        file,
        format,
        "lists",
        HEADS,
        sink ->
            rows.to(
                row ->
                    sink.accept(
                        new Object[] {
                          row.user(), row.rank(), row.item(), row.title(), row.score()
                        })));
  }

  /** Produces the rows. */
  @FunctionalInterface
  public interface Rows {
    void to(Consumer<ListRow> sink);
  }
}
