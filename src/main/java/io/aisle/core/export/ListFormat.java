package io.aisle.core.export;

import java.nio.file.Path;
import java.util.Locale;

/** How lists are written; a file's ending says which. */
public enum ListFormat {
  /** {@code user rank item score}, exactly as the ids are; for programs. */
  TSV("tsv"),
  /** With titles; cells that a spreadsheet would take for formulas are made harmless. */
  CSV("csv"),
  /** With titles, typed and compressed; for programs. */
  PARQUET("parquet"),
  /** With titles, a workbook of as many sheets as it takes; for people. */
  XLSX("xlsx");

  private final String ending;

  ListFormat(String ending) {
    this.ending = ending;
  }

  /** Ending of the file's name, without the dot. */
  public String ending() {
    return ending;
  }

  /** The format that the file's name asks for; TSV when it says nothing that is known. */
  public static ListFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (ListFormat format : values()) {
      if (name.endsWith("." + format.ending)) {
        return format;
      }
    }
    return TSV;
  }
}
