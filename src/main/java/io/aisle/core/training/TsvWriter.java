package io.aisle.core.training;

import io.aisle.domain.InputException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes tab-separated files with a header, whole or not at all; gzip when the name ends in {@code
 * .gz}. Fields stand as they are, without quotes, so that every tool reads them alike; a field with
 * a tab or a line break is refused.
 */
public final class TsvWriter {
  private TsvWriter() {}

  /** Writes header and rows into a file. */
  public static void write(Path file, List<String> header, Rows rows) {
    AtomicFile.write(
        file,
        out -> {
          if (file.getFileName().toString().endsWith(".gz")) {
            GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 16);
            write(zipped, header, rows);
            zipped.finish();
          } else {
            write(out, header, rows);
          }
        });
  }

  /** Writes header and rows; flushes and leaves the stream open. */
  static void write(OutputStream out, List<String> header, Rows rows) throws IOException {
    BufferedWriter text =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    try {
      line(text, header.toArray(String[]::new));
      rows.to(fields -> line(text, fields));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    text.flush();
  }

  private static void line(BufferedWriter text, String[] fields) {
    try {
      for (int f = 0; f < fields.length; f++) {
        if (f > 0) {
          text.write('\t');
        }
        text.write(checked(fields[f]));
      }
      text.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checked(String field) {
    for (int c = 0; c < field.length(); c++) {
      char each = field.charAt(c);
      if (each == '\t' || each == '\n' || each == '\r') {
        throw new InputException(
            "The id '%s' holds a tab or a line break, which tab-separated files cannot hold;"
                    .formatted(field.replaceAll("\\s", " "))
                + " rename it in the data");
      }
    }
    return field;
  }

  /** A text in which tabs and line breaks became spaces. */
  static String oneLine(String text) {
    return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }

  /** Produces the rows. */
  @FunctionalInterface
  public interface Rows {
    void to(Sink sink);
  }

  /** Takes one row; the fields stand in the order of the header. */
  @FunctionalInterface
  public interface Sink {
    void row(String... fields);
  }
}
