package io.aisle.core.export;

import io.aisle.domain.data.CellType;
import io.aisle.domain.data.TableHead;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook, written sheet after sheet and a thousand rows at a time, so that it needs no more
 * memory when there are millions. Texts are cells of text, which no spreadsheet runs as a formula,
 * whatever they begin with.
 */
final class WorkbookTable {
  /** Rows that a sheet holds, its header included. */
  private static final int SHEET_ROWS = 1 << 20;

  private static final int FLUSHED = 1000;

  /** Characters that a cell holds. */
  private static final int CELL = 32_767;

  private final Workbook workbook;
  private final String title;
  private final List<TableHead> heads;
  private final int sheetRows;
  private Worksheet sheet;
  private int sheets;
  private int next;

  private WorkbookTable(Workbook workbook, String title, List<TableHead> heads, int sheetRows) {
    this.workbook = workbook;
    this.title = title;
    this.heads = heads;
    this.sheetRows = sheetRows;
  }

  static void write(OutputStream out, String title, List<TableHead> heads, TableFile.Rows rows)
      throws IOException {
    write(out, title, heads, rows, SHEET_ROWS);
  }

  /**
   * @param sheetRows rows of a sheet, its header included
   */
  static void write(
      OutputStream out, String title, List<TableHead> heads, TableFile.Rows rows, int sheetRows)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "Aisle", null)) {
      WorkbookTable table = new WorkbookTable(workbook, title, heads, sheetRows);
      table.begin();
      rows.to(table::row);
      table.sheet.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void begin() {
    sheet = workbook.newWorksheet(++sheets == 1 ? title : title + " " + sheets);
    for (int column = 0; column < heads.size(); column++) {
      sheet.width(column, heads.get(column).type() == CellType.TEXT ? 24 : 14);
      sheet.inlineString(0, column, cut(heads.get(column).name()));
    }
    sheet.freezePane(0, 1);
    next = 1;
  }

  private void row(Object[] row) {
    try {
      if (next == sheetRows) {
        sheet.finish();
        begin();
      }
      for (int column = 0; column < row.length; column++) {
        if (row[column] != null) {
          put(column, row[column]);
        }
      }
      next++;
      if (next % FLUSHED == 0) {
        sheet.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(int column, Object cell) {
    switch (cell) {
      case Number number when Double.isFinite(number.doubleValue()) ->
          sheet.value(next, column, number);
      case Boolean flag -> sheet.value(next, column, flag);
      case LocalDate date when date.getYear() >= 1900 -> {
        sheet.value(next, column, date);
        sheet.style(next, column).format("yyyy-mm-dd").set();
      }
      case LocalDateTime time when time.getYear() >= 1900 -> {
        sheet.value(next, column, time);
        sheet.style(next, column).format("yyyy-mm-dd hh:mm:ss").set();
      }
      default -> sheet.inlineString(next, column, cut(CellText.of(cell)));
    }
  }

  private static String cut(String text) {
    return text.length() <= CELL ? text : text.substring(0, CELL);
  }
}
