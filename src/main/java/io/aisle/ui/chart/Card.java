package io.aisle.ui.chart;

import javafx.scene.paint.Color;

/** The readout beside the cursor: a heading and a line for each value. */
final class Card {
  private static final double LINE = 16;
  private static final double PAD = 8;
  private static final double DOT = 12;
  private static final double GAP = 12;
  private static final double AWAY = 14;
  private static final double WIDEST = 340;

  private Card() {}

  /**
   * Draws the card beside a point, inside the chart.
   *
   * @param width of the chart
   * @param height of the chart
   */
  static void draw(
      Pen pen, Look look, Readout readout, double x, double y, double width, double height) {
    Fonts fonts = look.fonts();
    double most = Math.min(WIDEST, width - 4) - 2 * PAD;
    String head = fonts.fit(readout.head(), most, Type.STRONG);
    boolean dots = readout.lines().stream().anyMatch(line -> line.colour() >= 0);
    double values =
        readout.lines().stream()
            .mapToDouble(line -> fonts.width(line.value(), Type.LABEL))
            .max()
            .orElse(0);
    double names =
        readout.lines().stream()
            .mapToDouble(line -> fonts.width(line.name(), Type.LABEL))
            .max()
            .orElse(0);
    double dot = dots ? DOT : 0;
    names = Math.min(names, Math.max(20, most - values - GAP - dot));
    double inner =
        Math.max(fonts.width(head, Type.STRONG), dot + names + (values > 0 ? GAP : 0) + values);
    double wide = Math.ceil(inner + 2 * PAD);
    double tall = (readout.lines().size() + (head.isEmpty() ? 0 : 1)) * LINE + PAD;
    double left = pen.snap(beside(x, wide, width));
    double top = pen.snap(Math.clamp(y - tall - AWAY / 2, 0, Math.max(0, height - tall)));
    pen.box(left + 0.5, top + 0.5, wide - 1, tall - 1, 5, look.raised(), look.grid());
    double line = top + PAD / 2 + LINE / 2;
    if (!head.isEmpty()) {
      pen.text(head, left + PAD, line, Pen.Align.LEFT, Type.STRONG, look.ink());
      line += LINE;
    }
    for (Readout.Line each : readout.lines()) {
      if (each.colour() >= 0) {
        pen.circle(left + PAD + 3.5, line, 3.5, look.series(each.colour()));
      }
      Color colour = each.value().isEmpty() ? look.ink() : look.muted();
      String name = fonts.fit(each.name(), names, Type.LABEL);
      pen.text(name, left + PAD + dot, line, Pen.Align.LEFT, Type.LABEL, colour);
      pen.text(each.value(), left + wide - PAD, line, Pen.Align.RIGHT, Type.LABEL, look.ink());
      line += LINE;
    }
  }

  private static double beside(double x, double wide, double width) {
    double right = x + AWAY;
    double place = right + wide <= width ? right : x - AWAY - wide;
    return Math.clamp(place, 0, Math.max(0, width - wide));
  }
}
