package io.aisle.core.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.aisle.domain.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The rows of a delimited file with a header, one at a time. Confined to one thread. */
final class CsvRows implements AutoCloseable {
  private static final int RAW_LIMIT = 2_000;

  private final Path file;
  private final TextFile text;
  private final LineTape tape;
  private final Iterator<CsvRecord> records;
  private final CsvHeader header;
  private long row;
  private CsvRecord record;

  private CsvRows(Path file, TextFile text, char delimiter) {
    this.file = file;
    this.text = text;
    this.tape = new LineTape(text.reader());
    this.records = reader(delimiter).ofCsvRecord(tape).iterator();
    this.header = CsvHeader.of(file, next() ? record.getFields() : List.of());
  }

  /**
   * @throws InputException when the file cannot be read or two columns have one name
   */
  static CsvRows open(Path file, char delimiter) {
    TextFile text = TextFile.open(file);
    boolean opened = false;
    try {
      CsvRows rows = new CsvRows(file, text, delimiter);
      opened = true;
      return rows;
    } finally {
      if (!opened) {
        close(file, text);
      }
    }
  }

  /**
   * A reader over the rows of a file, whose delimiter is guessed; when it cannot be made the file
   * is closed again.
   *
   * @throws InputException when the file cannot be read, or what {@code make} throws
   */
  static <T> T read(Path file, Function<CsvRows, T> make) {
    CsvRows rows = open(file, DelimiterGuess.of(file).delimiter());
    boolean made = false;
    try {
      T reader = make.apply(rows);
      made = true;
      return reader;
    } finally {
      if (!made) {
        rows.close();
      }
    }
  }

  // a stray character behind a quote spoils one field; the strict reader would give up the file
  @SuppressWarnings("removal")
  static CsvReader.CsvReaderBuilder reader(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true);
  }

  List<String> header() {
    return header.names();
  }

  /**
   * Index of a column.
   *
   * @throws InputException naming the nearest header
   */
  int column(String name) {
    return header.column(name);
  }

  /**
   * Goes to the next row.
   *
   * @return whether there is one
   */
  boolean next() {
    try {
      if (!records.hasNext()) {
        return false;
      }
      record = records.next();
      row++;
      tape.current(record.getStartingLineNumber());
      return true;
    } catch (CsvParseException e) {
      throw unreadable(e);
    } catch (UncheckedIOException e) {
      throw TextFile.failure(file, row, e.getCause());
    }
  }

  private InputException unreadable(CsvParseException cause) {
    if (cause.getCause() instanceof IOException io) {
      return TextFile.failure(file, row, io);
    }
    return new InputException(
        "%s, row %d: a quoted field is never closed or far too long: mend its quotes, or name another delimiter in the mapping."
            .formatted(file, row + 1),
        cause);
  }

  /** Number of the current record, the header being 1. */
  long row() {
    return row;
  }

  int fieldCount() {
    return record.getFieldCount();
  }

  String field(int column) {
    return record.getField(column);
  }

  List<String> fields() {
    return record.getFields();
  }

  /** A field without the blanks round it; "" when the row is too short or the column is -1. */
  String stripped(int column) {
    return column < 0 || column >= fieldCount() ? "" : field(column).strip();
  }

  /** The current row as it stands in the file, cut off after 2,000 characters. */
  String rawLine() {
    int lines = 1;
    for (int i = 0; i < record.getFieldCount(); i++) {
      lines += breaks(record.getField(i));
    }
    return tape.lines(record.getStartingLineNumber(), lines, RAW_LIMIT);
  }

  private static int breaks(String field) {
    int breaks = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\n' && (i == 0 || field.charAt(i - 1) != '\r') || c == '\r') {
        breaks++;
      }
    }
    return breaks;
  }

  /** A hash of the whole row, see {@link RowHash}. */
  long hash() {
    long hash = RowHash.START;
    for (int i = 0; i < record.getFieldCount(); i++) {
      hash = RowHash.add(hash, record.getField(i));
    }
    return RowHash.finish(hash);
  }

  long bytesRead() {
    return text.bytesRead();
  }

  @Override
  public void close() {
    close(file, text);
  }

  private static void close(Path file, TextFile text) {
    try {
      text.close();
    } catch (IOException e) {
      throw TextFile.failure(file, 0, e);
    }
  }
}
