package io.aisle.core.training;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.aisle.domain.InputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a tab-separated file with a header, plain or {@code .gz}, in UTF-8. Quotes are ordinary
 * characters. Every fault becomes an {@link InputException} that names file, row and way out.
 * Confined to one thread.
 */
final class TsvReader implements AutoCloseable {
  private static final int LONGEST_RECORD = 1 << 20;

  /** A character that no text file holds; the library wants some. */
  private static final char NO_QUOTE = '\u0000';

  private final Path file;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private final Map<String, Integer> columns = new HashMap<>();
  private CsvRecord record;
  private long row = 1;

  private TsvReader(Path file, CsvReader<CsvRecord> reader) {
    this.file = file;
    this.reader = reader;
    this.records = reader.iterator();
    if (!advance()) {
      throw new InputException("%s is empty; its first line must name the columns".formatted(file));
    }
    header = List.copyOf(record.getFields());
    for (int c = 0; c < header.size(); c++) {
      if (columns.put(header.get(c).strip().toLowerCase(Locale.ROOT), c) != null) {
        throw new InputException(
            "%s has two columns named '%s'; rename one of them".formatted(file, header.get(c)));
      }
    }
  }

  static TsvReader open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("%s is no file; check the path".formatted(file));
    }
    InputStream in = null;
    try {
      in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      if (file.getFileName().toString().endsWith(".gz")) {
        in = new GZIPInputStream(in, 1 << 16);
      }
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .fieldSeparator('\t')
              .quoteCharacter(NO_QUOTE)
              .skipEmptyLines(true)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .maxBufferSize(LONGEST_RECORD)
              .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
      return new TsvReader(file, reader);
    } catch (IOException e) {
      close(in);
      throw fault(file, 1, e);
    } catch (InputException e) {
      close(in);
      throw e;
    }
  }

  private static void close(InputStream in) {
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  List<String> header() {
    return header;
  }

  /** Index of a column, or -1. */
  int column(String name) {
    return columns.getOrDefault(name, -1);
  }

  int require(String name) {
    int at = column(name);
    if (at < 0) {
      throw new InputException(
          "%s has no column '%s'; its first line must name the columns, separated by tabs"
              .formatted(file, name));
    }
    return at;
  }

  /** Moves to the next row; false at the end. */
  boolean next() {
    if (!advance()) {
      return false;
    }
    row++;
    if (record.getFieldCount() != header.size()) {
      throw new InputException(
          "%s, row %d: %d fields where the header has %d; each row needs one field per column"
              .formatted(file, row, record.getFieldCount(), header.size()));
    }
    return true;
  }

  private boolean advance() {
    try {
      if (!records.hasNext()) {
        return false;
      }
      record = records.next();
      if (row == 1 && header == null) {
        record = withoutMark(record);
      }
      return true;
    } catch (UncheckedIOException e) {
      throw fault(file, row, e.getCause());
    } catch (CsvParseException e) {
      throw fault(file, row, e);
    }
  }

  /** Drops the byte-order mark that some programs put at the head of a file. */
  private static CsvRecord withoutMark(CsvRecord record) {
    if (!record.getField(0).startsWith("\uFEFF")) {
      return record;
    }
    String first = String.join("\t", record.getFields()).substring(1);
    return CsvReader.builder()
        .fieldSeparator('\t')
        .quoteCharacter(NO_QUOTE)
        .ofSingleCsvRecord(first);
  }

  private static InputException fault(Path file, long row, Exception cause) {
    Throwable root = cause;
    while (root.getCause() != null && !(root instanceof IOException && root.getCause() == null)) {
      root = root.getCause();
    }
    String what =
        switch (root) {
          case CharacterCodingException _ -> "is not UTF-8 text; save it as UTF-8";
          case ZipException _ ->
              "is no gzip file although its name ends in .gz; rename or compress it";
          case java.io.EOFException _ -> "breaks off; copy it again, it was cut short";
          default -> "cannot be read as tab-separated text: " + firstLine(root);
        };
    return new InputException("%s, after row %d: the file %s".formatted(file, row, what), cause);
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  /** Number of the row, the header being 1. */
  long row() {
    return row;
  }

  String field(int column) {
    return record.getField(column);
  }

  /** A field that must not be blank. */
  String id(int column) {
    String text = record.getField(column);
    if (text.isBlank()) {
      throw fault(column, "is empty; every row needs one");
    }
    return text;
  }

  double number(int column) {
    try {
      double number = Double.parseDouble(field(column));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw fault(column, "'%s' is no number; write one like 3.5".formatted(shortened(column)));
    }
    throw fault(column, "'%s' is not finite; write a number like 3.5".formatted(shortened(column)));
  }

  InputException fault(int column, String what) {
    return new InputException(
        "%s, row %d, column '%s': %s".formatted(file, row, header.get(column), what));
  }

  /** A field as a message may show it. */
  String shortened(int column) {
    String text = field(column);
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
