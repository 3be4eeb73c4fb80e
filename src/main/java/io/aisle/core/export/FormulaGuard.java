package io.aisle.core.export;

/** Keeps texts of data from being run by the spreadsheet that opens a file. */
public final class FormulaGuard {
  private static final String RUN_AS_FORMULA = "=+-@\t\r\n";

  private FormulaGuard() {}

  /**
   * The text, with an apostrophe in front, which spreadsheets hide, when it begins with {@code = +
   * - @}, a tab or a line break.
   */
  public static String harmless(String text) {
    return !text.isEmpty() && RUN_AS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
