package io.aisle.ui.chart;

import java.util.List;

/** Where the values of a chart lie in its rectangle, with the marks of its axes. */
record Plot(Axis x, Axis y, Box box, List<Tick> xTicks, List<Tick> yTicks) {
  private static final double GAP = 8;

  /** The grid with its words and the titles of the axes. */
  void drawGrid(Pen pen, Look look, String xTitle, String yTitle) {
    double lastY = Double.POSITIVE_INFINITY;
    for (Tick tick : yTicks) {
      double at = y.at(tick.value());
      pen.level(box.x(), box.right(), at, look.grid());
      if (lastY - at >= 12) {
        pen.text(tick.words(), box.x() - GAP, at, Pen.Align.RIGHT, Type.LABEL, look.muted());
        lastY = at;
      }
    }
    double edge = Double.NEGATIVE_INFINITY;
    for (Tick tick : xTicks) {
      double half = look.fonts().width(tick.words(), Type.LABEL) / 2;
      double middle =
          Math.clamp(
              x.at(tick.value()),
              box.x() + half - GAP,
              Math.max(box.x() + half, box.right() - half + GAP));
      if (middle - half > edge + GAP) {
        pen.text(
            tick.words(), middle, box.bottom() + 12, Pen.Align.CENTER, Type.LABEL, look.muted());
        edge = middle + half;
      }
    }
    if (!yTitle.isEmpty()) {
      pen.text(yTitle, 2, box.y() - 15, Pen.Align.LEFT, Type.LABEL, look.muted());
    }
    if (!xTitle.isEmpty()) {
      double middle = box.x() + box.width() / 2;
      pen.text(xTitle, middle, box.bottom() + 28, Pen.Align.CENTER, Type.LABEL, look.muted());
    }
  }
}
