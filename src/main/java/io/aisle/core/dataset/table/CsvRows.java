package io.aisle.core.dataset.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.aisle.domain.InputException;
import io.aisle.domain.data.FileForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The rows of a delimited file, one at a time. Confined to one thread. */
final class CsvRows implements RowSource {
  private static final int RAW_LIMIT = 2_000;

  private final Path file;
  private final TextFile text;
  private final LineTape tape;
  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private long row;
  private CsvRecord record;

  private CsvRows(Path file, TextFile text, FileForm form, boolean headed) {
    this.file = file;
    this.text = text;
    this.tape = new LineTape(text.reader());
    this.records = reader(form).ofCsvRecord(tape).iterator();
    if (headed) {
      this.header = Header.of(file, next() ? record.getFields() : List.of());
    } else {
      this.header = form.header().isEmpty() ? List.of() : Header.of(file, form.header());
    }
  }

  /**
   * @param form with a delimiter
   * @throws io.aisle.domain.InputException when the file cannot be read or two columns have one
   *     name
   */
  static CsvRows open(DataFile file, FileForm form) {
    return open(file, form, form.header().isEmpty());
  }

  /** All rows, the first one no line of headers but a row like the others. */
  static CsvRows headless(DataFile file, FileForm form) {
    return open(file, form, false);
  }

  private static CsvRows open(DataFile file, FileForm form, boolean headed) {
    TextFile text = TextFile.open(file, form.encoding());
    boolean opened = false;
    try {
      CsvRows rows = new CsvRows(file.path(), text, form, headed);
      opened = true;
      return rows;
    } finally {
      if (!opened) {
        text.closeOf(file.path());
      }
    }
  }

  // a stray character behind a quote spoils one field; the strict reader would give up the file.
  // With a delimiter of several characters the library has no such choice
  @SuppressWarnings("removal")
  static CsvReader.CsvReaderBuilder reader(FileForm form) {
    String delimiter = form.delimiter().orElseThrow();
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .quoteCharacter(form.quote().orElse('"'))
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    return delimiter.length() > 1
        ? builder.fieldSeparator(delimiter)
        : builder
            .fieldSeparator(delimiter.charAt(0))
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(true);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() {
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
      throw ReadFailure.of(file, row, e.getCause());
    }
  }

  private InputException unreadable(CsvParseException cause) {
    if (cause.getCause() instanceof IOException io) {
      return ReadFailure.of(file, row, io);
    }
    if (String.valueOf(cause.getMessage()).endsWith(" fields")) {
      return new InputException(
          "%s, row %d: more fields than can be read: name another delimiter in the mapping, or give a file with fewer columns."
              .formatted(file, row + 1),
          cause);
    }
    return new InputException(
        "%s, row %d: a quoted field is never closed or far too long: mend its quotes, or name another delimiter in the mapping."
            .formatted(file, row + 1),
        cause);
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public int fieldCount() {
    return record.getFieldCount();
  }

  @Override
  public String field(int column) {
    return record.getField(column);
  }

  @Override
  public List<String> fields() {
    return record.getFields();
  }

  @Override
  public String rawLine() {
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

  @Override
  public long bytesRead() {
    return text.bytesRead();
  }

  @Override
  public void close() {
    text.closeOf(file);
  }
}
