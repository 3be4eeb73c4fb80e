package io.aisle.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook, written sheet after sheet and a thousand rows at a time, so that it needs no more
 * memory when there are millions. Texts are cells of text, which no spreadsheet runs as a formula,
 * whatever they begin with.
 */
final class WorkbookLists {
  /** Rows that a sheet holds, its header included. */
  private static final int SHEET_ROWS = 1 << 20;

  private static final int FLUSHED = 1000;

  /** Characters that a cell holds. */
  private static final int CELL = 32_767;

  private static final String[] HEADER = {"user", "rank", "item", "title", "score"};
  private static final double[] WIDTHS = {16, 7, 16, 48, 12};

  private final Workbook workbook;
  private final int sheetRows;
  private Worksheet sheet;
  private int sheets;
  private int next;

  private WorkbookLists(Workbook workbook, int sheetRows) {
    this.workbook = workbook;
    this.sheetRows = sheetRows;
  }

  static void write(OutputStream out, ListFile.Rows rows) throws IOException {
    write(out, rows, SHEET_ROWS);
  }

  /**
   * @param sheetRows rows of a sheet, its header included
   */
  static void write(OutputStream out, ListFile.Rows rows, int sheetRows) throws IOException {
    try (Workbook workbook = new Workbook(out, "Aisle", null)) {
      WorkbookLists lists = new WorkbookLists(workbook, sheetRows);
      lists.begin();
      rows.to(lists::row);
      lists.sheet.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void begin() {
    sheet = workbook.newWorksheet(++sheets == 1 ? "lists" : "lists " + sheets);
    for (int column = 0; column < HEADER.length; column++) {
      sheet.width(column, WIDTHS[column]);
      sheet.inlineString(0, column, HEADER[column]);
    }
    sheet.freezePane(0, 1);
    next = 1;
  }

  private void row(ListRow row) {
    try {
      if (next == sheetRows) {
        sheet.finish();
        begin();
      }
      sheet.inlineString(next, 0, cell(row.user()));
      sheet.value(next, 1, row.rank());
      sheet.inlineString(next, 2, cell(row.item()));
      sheet.inlineString(next, 3, cell(row.title()));
      sheet.value(next, 4, row.score());
      next++;
      if (next % FLUSHED == 0) {
        sheet.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(String text) {
    return text.length() <= CELL ? text : text.substring(0, CELL);
  }
}
