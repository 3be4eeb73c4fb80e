package io.aisle.core.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.aisle.core.dataset.FormulaGuard;
import io.aisle.domain.data.TableHead;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV in UTF-8 with a header, for spreadsheets too: see {@link FormulaGuard}. Whoever joins by ids
 * takes Parquet, where they stand as they are.
 */
public final class CsvTable {
  private CsvTable() {}

  /** Writes header and rows; flushes and leaves the stream open. */
  public static void write(OutputStream out, List<TableHead> heads, TableFile.Rows rows)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    // closed with the stream below, which belongs to the caller
    @SuppressWarnings("resource")
    CsvWriter csv = CsvWriter.builder().bufferSize(1 << 16).build(text);
    csv.writeRecord(heads.stream().map(head -> FormulaGuard.harmless(head.name())).toList());
    String[] line = new String[heads.size()];
    try {
      rows.to(
          row -> {
            for (int i = 0; i < line.length; i++) {
              String cell = CellText.of(row[i]);
              line[i] = row[i] instanceof String ? FormulaGuard.harmless(cell) : cell;
            }
            csv.writeRecord(line);
          });
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
