package io.aisle.app.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text: two blanks between columns, numbers flush right. Wide (East Asian)
 * characters count as two cells, as terminals show them.
 */
final class TextTable {
  /** Where a column's texts stand. */
  enum Align {
    LEFT,
    RIGHT
  }

  private final List<Align> aligns;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(Align... aligns) {
    this.aligns = List.of(aligns);
  }

  /** Adds a row, the header being the first; there must be a text for every column. */
  TextTable row(String... cells) {
    if (cells.length != aligns.size()) {
      throw new IllegalArgumentException(
          "a row of %d cells in a table of %d columns".formatted(cells.length, aligns.size()));
    }
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(clean(cell));
    }
    rows.add(row);
    return this;
  }

  /** The lines, each ended by a line feed, without blanks at their ends. */
  String render() {
    int[] widths = new int[aligns.size()];
    for (List<String> row : rows) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], cells(row.get(c)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        String pad = " ".repeat(widths[c] - cells(row.get(c)));
        line.append(c == 0 ? "" : "  ");
        line.append(aligns.get(c) == Align.LEFT ? row.get(c) + pad : pad + row.get(c));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** A text from data without what a terminal would obey. */
  static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** Cells of a terminal that a text takes. */
  static int cells(String text) {
    return text.codePoints().map(point -> wide(point) ? 2 : 1).sum();
  }

  private static boolean wide(int point) {
    return Character.isIdeographic(point)
        || (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0xA4CF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0x1F300 && point <= 0x1FAFF);
  }
}
