package io.aisle.core.dataset.table;

import java.util.List;

/**
 * The rows of a file with named columns, one at a time, whatever the file is: each field is a text.
 * Confined to one thread; closing it closes the file.
 */
public interface RowSource extends AutoCloseable {
  /** What is the matter with a row as a whole, which can then not be parsed. */
  enum Damage {
    NONE,
    /** It was too long to be kept. */
    TOO_LONG,
    /** It is no JSON object. */
    NO_OBJECT,
    /** A cell of it holds an error, or a formula whose result was not stored. */
    NO_RESULT
  }

  /** Names of the columns, all different. */
  List<String> header();

  /**
   * Goes to the next row.
   *
   * @return whether there is one
   * @throws io.aisle.domain.InputException when the file cannot be read further
   */
  boolean next();

  /** Number of the current row in its file from 1; a line of headers counts. */
  long row();

  /** Number of fields of the current row, which may differ from that of the columns. */
  int fieldCount();

  String field(int column);

  /** All fields of the current row. */
  List<String> fields();

  /** The current row as it stands in the file, cut off after 2,000 characters. */
  String rawLine();

  /** What is the matter with the current row. */
  default Damage damage() {
    return Damage.NONE;
  }

  /** Bytes of the file, packed as it is, that were read so far; about so many in some files. */
  long bytesRead();

  /** A field without the blanks round it; "" when the row is too short or the column is -1. */
  default String stripped(int column) {
    return column < 0 || column >= fieldCount() ? "" : field(column).strip();
  }

  @Override
  void close();
}
