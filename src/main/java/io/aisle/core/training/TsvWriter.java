package io.aisle.core.training;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes tab-separated files with a header, atomically; gzip when the name ends in {@code .gz}. A
 * field with a tab, a line break or a quote is quoted as in CSV, so that nothing is lost.
 */
final class TsvWriter {
  private TsvWriter() {}

  static void write(Path file, List<String> header, Rows rows) {
    AtomicFile.write(
        file,
        out -> {
          boolean compressed = file.getFileName().toString().endsWith(".gz");
          GZIPOutputStream zipped = compressed ? new GZIPOutputStream(out, 1 << 16) : null;
          write(compressed ? zipped : out, header, rows);
          if (compressed) {
            zipped.finish();
          }
        });
  }

  /** Writes header and rows; flushes and leaves the stream open. */
  static void write(OutputStream out, List<String> header, Rows rows) throws IOException {
    // closing the CSV writer would close the stream, which its owner still has to force to disk
    OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter writer =
        CsvWriter.builder().fieldSeparator('\t').lineDelimiter(LineDelimiter.LF).build(text);
    writer.writeRecord(header);
    rows.to(writer::writeRecord);
    writer.flush();
    text.flush();
  }

  /** Produces the rows. */
  @FunctionalInterface
  interface Rows {
    void to(Sink sink);
  }

  /** Takes one row; the fields stand in the order of the header. */
  @FunctionalInterface
  interface Sink {
    @SuppressWarnings("UnusedReturnValue")
    Object row(String... fields);
  }
}
