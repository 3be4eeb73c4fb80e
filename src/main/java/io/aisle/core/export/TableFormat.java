package io.aisle.core.export;

import io.aisle.domain.InputException;
import java.nio.file.Path;
import java.util.Locale;

/** How tables are written; a file's ending says which. */
public enum TableFormat {
  /** UTF-8 with a header; cells that a spreadsheet would take for formulas are made harmless. */
  CSV,
  /** Typed and compressed; texts stand as they are. */
  PARQUET,
  /** A workbook of as many sheets as it takes; texts are cells of text, never formulas. */
  XLSX;

  /** Ending of the file's name, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format that the file's name asks for.
   *
   * @throws InputException when its ending is none of the three
   */
  public static TableFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (TableFormat format : values()) {
      if (name.endsWith("." + format.ending())) {
        return format;
      }
    }
    throw new InputException(
        "The ending of %s says no format that can be written: end it with .csv, .parquet or .xlsx."
            .formatted(file));
  }
}
