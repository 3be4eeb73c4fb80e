package io.aisle.ui.chart;

import java.util.List;

/**
 * The room that words take around a plot.
 *
 * @param xTitled whether there is a title under the x axis
 * @param yTitled whether there is a title over the y axis
 * @param foot height kept free under everything
 */
record PlotLayout(double width, double height, boolean xTitled, boolean yTitled, double foot) {
  private static final double RIGHT = 12;
  private static final double TOP = 9;
  private static final double BOTTOM = 22;
  private static final double TITLE = 16;
  private static final double LEAST = 10;

  double top() {
    return TOP + (yTitled ? TITLE : 0);
  }

  double bottom() {
    return Math.max(top() + LEAST, height - BOTTOM - foot - (xTitled ? TITLE : 0));
  }

  /** The plot beside the words of its y axis. */
  Box box(List<Tick> yTicks, Fonts fonts) {
    double words =
        yTicks.stream().mapToDouble(tick -> fonts.width(tick.words(), Type.LABEL)).max().orElse(0);
    double left = Math.ceil(words + LEAST);
    double right = Math.max(left + LEAST, width - RIGHT);
    return new Box(left, top(), right - left, bottom() - top());
  }
}
