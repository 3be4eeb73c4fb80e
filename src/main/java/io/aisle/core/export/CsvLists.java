package io.aisle.core.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * CSV in UTF-8 with a header, for spreadsheets too: see {@link FormulaGuard}. Whoever joins by ids
 * takes TSV or Parquet, where they stand as they are.
 */
final class CsvLists {
  private CsvLists() {}

  static void write(OutputStream out, ListFile.Rows rows) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    // closed with the stream below, which belongs to the caller
    @SuppressWarnings("resource")
    CsvWriter csv = CsvWriter.builder().bufferSize(1 << 16).build(text);
    csv.writeRecord("user", "rank", "item", "title", "score");
    try {
      rows.to(
          row ->
              csv.writeRecord(
                  FormulaGuard.harmless(row.user()),
                  Integer.toString(row.rank()),
                  FormulaGuard.harmless(row.item()),
                  FormulaGuard.harmless(row.title()),
                  Float.toString(row.score())));
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
