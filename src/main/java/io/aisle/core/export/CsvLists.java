package io.aisle.core.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * CSV in UTF-8 with a header. A text that begins with {@code = + - @}, a tab or a line break would
 * be run as a formula by a spreadsheet that opens the file; it gets an apostrophe in front, which
 * spreadsheets hide. Whoever joins by ids takes TSV or Parquet, where they stand as they are.
 */
final class CsvLists {
  private static final String RUN_AS_FORMULA = "=+-@\t\r\n";

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
                  harmless(row.user()),
                  Integer.toString(row.rank()),
                  harmless(row.item()),
                  harmless(row.title()),
                  Float.toString(row.score())));
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static String harmless(String text) {
    return !text.isEmpty() && RUN_AS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
