package io.aisle.core.report;

/** How values are written in an SVG file. */
public final class SvgText {
  private SvgText() {}

  /** At most two decimals. */
  public static String number(double value) {
    long hundredths = Math.round(value * 100);
    long rest = Math.abs(hundredths % 100);
    if (rest == 0) {
      return Long.toString(hundredths / 100);
    }
    String digits = rest % 10 == 0 ? Long.toString(rest / 10) : rest < 10 ? "0" + rest : "" + rest;
    return (hundredths < 0 ? "-" : "") + Math.abs(hundredths / 100) + "." + digits;
  }

  /** The text as the content of an element or attribute, without what XML does not know. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n' -> safe.append('\n');
                default -> {
                  if (Character.isISOControl(c)) {
                    safe.append(' ');
                  } else if (known(c)) {
                    safe.appendCodePoint(c);
                  }
                }
              }
            });
    return safe.toString();
  }

  private static boolean known(int c) {
    return c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }
}
