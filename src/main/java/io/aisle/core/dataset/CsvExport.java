package io.aisle.core.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes tables as CSV files with a header, page by page. A text that a spreadsheet would run is
 * made harmless ({@link FormulaGuard}).
 */
public final class CsvExport {
  private static final int PAGE = 2_000;

  private CsvExport() {}

  /** Where the rows come from. Confined to one job. */
  public interface Source {
    List<String> header();

    /** How many rows there are; asked once, before the first page. */
    long size(JobControl control);

    /**
     * @param from number of the first row, from 0
     */
    List<List<String>> page(long from, int count);
  }

  /**
   * Writes beside the target and moves the whole file there at the end.
   *
   * @return how many rows were written
   * @throws InputException when the file cannot be written
   */
  public static long write(Path file, Source source, JobControl control) {
    Path half = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        long size = source.size(control);
        try (CsvWriter writer = CsvWriter.builder().build(half)) {
          writer.writeRecord(source.header());
          for (long from = 0; from < size; from += PAGE) {
            control.check();
            control.at(new Progress("writing", from, size));
            for (List<String> row : source.page(from, (int) Math.min(PAGE, size - from))) {
              writer.writeRecord(row.stream().map(FormulaGuard::cell).toList());
            }
          }
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        return size;
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be written (%s): choose another folder, or see whether the disk is full."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
