package io.aisle.core.dataset.table;

/** How the rows of a file are laid out. */
public enum Layout {
  /** A line for each row, fields separated by a delimiter. */
  DELIMITED,
  /** A JSON object on each line. */
  JSON_LINES,
  /** A JSON array of objects. */
  JSON_ARRAY,
  PARQUET,
  /** A sheet of an Excel workbook. */
  WORKBOOK;

  /** Whether it is written in characters, which have an encoding. */
  public boolean text() {
    return this != PARQUET && this != WORKBOOK;
  }
}
