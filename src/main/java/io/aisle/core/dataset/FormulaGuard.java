package io.aisle.core.dataset;

import java.util.regex.Pattern;

/** Keeps texts of data from being run by the spreadsheet that opens a file. */
public final class FormulaGuard {
  private static final String RUN_AS_FORMULA = "=+-@\t\r\n";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?(E-?[0-9]+)?");

  private FormulaGuard() {}

  /** The same for a cell of which nobody knows whether it is a text: a number stays one. */
  public static String cell(String cell) {
    return cell == null || NUMBER.matcher(cell).matches() ? cell : harmless(cell);
  }

  /**
   * The text, with an apostrophe in front, which spreadsheets hide, when it begins with {@code = +
   * - @}, a tab or a line break.
   */
  public static String harmless(String text) {
    return !text.isEmpty() && RUN_AS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
