package io.aisle.ui.chart;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** A sentence in the middle of an empty chart, in as many lines as it needs. */
final class Sentence {
  private static final double LINE = 17;
  private static final double WIDEST = 420;

  private Sentence() {}

  static void draw(Pen pen, Look look, String text, double width, double height) {
    List<String> lines = lines(look.fonts(), text, Math.min(WIDEST, width - 16));
    double y = height / 2 - LINE * (lines.size() - 1) / 2;
    for (String line : lines) {
      pen.text(line, width / 2, y, Pen.Align.CENTER, Type.SUBTITLE, look.muted());
      y += LINE;
    }
  }

  /** One after the other; either may be empty. */
  static String joined(String first, String second) {
    return (first + " " + second).strip();
  }

  static List<String> lines(Fonts fonts, String text, double width) {
    List<String> lines = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance();
    breaks.setText(text);
    StringBuilder line = new StringBuilder();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String part = text.substring(from, to);
      if (!line.isEmpty() && fonts.width((line + part).strip(), Type.SUBTITLE) > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString().strip());
    return lines;
  }
}
