package io.aisle.core.training;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.aisle.domain.InputException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a tab-separated file with a header: fields by the names of columns. Every fault becomes an
 * {@link InputException} that names file, row and way out. Confined to one thread.
 */
final class TsvReader implements AutoCloseable {
  private final Path file;
  private final TsvRecords records;
  private final List<String> header;
  private final Map<String, Integer> columns = new HashMap<>();
  private CsvRecord record;

  private TsvReader(Path file, TsvRecords records) {
    this.file = file;
    this.records = records;
    this.record =
        records
            .next()
            .orElseThrow(
                () ->
                    new InputException(
                        "%s is empty; its first line must name the columns".formatted(file)));
    this.header = List.copyOf(record.getFields());
    for (int c = 0; c < header.size(); c++) {
      if (columns.put(header.get(c).strip().toLowerCase(Locale.ROOT), c) != null) {
        throw new InputException(
            "%s has two columns named '%s'; rename one of them".formatted(file, header.get(c)));
      }
    }
  }

  static TsvReader open(Path file) {
    TsvRecords records = TsvRecords.open(file);
    try {
      return new TsvReader(file, records);
    } catch (InputException e) {
      records.close();
      throw e;
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
    Optional<CsvRecord> next = records.next();
    if (next.isEmpty()) {
      return false;
    }
    record = next.get();
    if (record.getFieldCount() != header.size()) {
      throw new InputException(
          "%s, row %d: %d fields where the header has %d; each row needs one field per column"
              .formatted(file, row(), record.getFieldCount(), header.size()));
    }
    return true;
  }

  /** Number of the row, the header being 1. */
  long row() {
    return records.count();
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

  /** The fault of an id that is in no dictionary. */
  InputException unknown(int column) {
    return fault(
        column,
        "'%s' is not in the dictionary beside this file; copy the run folder again"
            .formatted(shortened(column)));
  }

  /** The index of the id in a column, which must be known. */
  int place(int column, Map<String, Integer> places) {
    Integer place = places.get(id(column));
    if (place == null) {
      throw unknown(column);
    }
    return place;
  }

  InputException fault(int column, String what) {
    return new InputException(
        "%s, row %d, column '%s': %s".formatted(file, row(), header.get(column), what));
  }

  /** A field as a message may show it. */
  String shortened(int column) {
    String text = field(column);
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }

  @Override
  public void close() {
    records.close();
  }
}
