package io.aisle.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Small Excel workbooks of texts. */
public final class Workbooks {
  private Workbooks() {}

  /**
   * Writes a workbook.
   *
   * @param namesAndRows the name of each sheet and its rows, a line each with commas between cells
   * @return the file
   */
  public static Path write(Path file, String... namesAndRows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      for (int i = 0; i < namesAndRows.length; i += 2) {
        fill(book.newWorksheet(namesAndRows[i]), namesAndRows[i + 1].lines().toList());
      }
    }
    return file;
  }

  private static void fill(Worksheet sheet, List<String> lines) {
    for (int row = 0; row < lines.size(); row++) {
      String[] cells = lines.get(row).split(",", -1);
      for (int column = 0; column < cells.length; column++) {
        sheet.value(row, column, cells[column]);
      }
    }
  }
}
