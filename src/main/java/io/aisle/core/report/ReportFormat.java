package io.aisle.core.report;

import java.nio.file.Path;
import java.util.Locale;

/** What a report is written as; a file's ending says which. */
public enum ReportFormat {
  /** A page that needs nothing else, light or dark as the reader's system is. */
  HTML,
  /** The page, to be printed. */
  PDF,
  /** Every figure unrounded, a sheet for metrics, for runs and for each pinned table. */
  XLSX,
  /** The metrics of all runs, unrounded. */
  CSV;

  /** Ending of the file's name, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that the file's name asks for; a page when it says nothing that is known. */
  public static ReportFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (ReportFormat format : values()) {
      if (name.endsWith("." + format.ending())) {
        return format;
      }
    }
    return HTML;
  }
}
