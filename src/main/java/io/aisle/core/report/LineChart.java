package io.aisle.core.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lines over a common axis, each named at its right end: learning curves, a metric against k. */
final class LineChart {
  private static final double WIDTH = 560;
  private static final double LEAST_HEIGHT = 280;
  private static final double LEFT = 52;
  private static final double TOP = 28;
  private static final double BOTTOM = 40;
  private static final int MANY_POINTS = 40;

  private final String xName;
  private final String yName;
  private final boolean whole;

  /**
   * @param whole whether the ticks of x are the x values of the series, as for k
   */
  LineChart(String xName, String yName, boolean whole) {
    this.xName = xName;
    this.yName = yName;
    this.whole = whole;
  }

  /**
   * @param alternative what the chart says, for those who do not see it
   * @return an svg element
   */
  String draw(List<Series> series, String alternative) {
    int longest =
        series.stream().mapToInt(s -> Labels.shortened(s.name()).length()).max().orElse(0);
    double right = WIDTH - 16 - longest * Labels.CHARACTER;
    double bottom = Math.max(LEAST_HEIGHT - BOTTOM, TOP + series.size() * Labels.LINE);
    double[] xs = series.stream().flatMapToDouble(s -> Arrays.stream(s.x())).sorted().toArray();
    double largest =
        series.stream()
            .flatMapToDouble(s -> Arrays.stream(s.y()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    double first = xs.length == 0 ? 0 : xs[0];
    double last = xs.length == 0 ? 1 : xs[xs.length - 1];
    Axis x = Axis.linear(whole ? first : Math.min(first, 0), last, LEFT + 8, right - 8);
    Axis y = Axis.fromZero(largest, bottom, TOP);
    Svg svg = new Svg(WIDTH, bottom + BOTTOM, alternative);
    frame(svg, x, y, whole ? Arrays.stream(xs).distinct().toArray() : null, right);
    for (Series one : series) {
      draw(svg, one, x, y);
    }
    names(svg, series, x, y, right);
    return svg.markup();
  }

  private void frame(Svg svg, Axis x, Axis y, double[] xTicks, double right) {
    for (double tick : y.ticks()) {
      svg.line(tick == 0 ? "axis" : "grid", LEFT, y.at(tick), right, y.at(tick));
      svg.text("tick", LEFT - 6, y.at(tick) + 4, "end", y.label(tick));
    }
    double[] ticks =
        xTicks != null ? xTicks : x.ticks().stream().mapToDouble(Double::doubleValue).toArray();
    for (double tick : ticks) {
      if (tick == Math.rint(tick)) {
        svg.text(
            "tick", x.at(tick), y.from() + 16, "middle", String.format(Locale.ROOT, "%,.0f", tick));
      }
    }
    svg.text("name", (LEFT + right) / 2, svg.height() - 6, "middle", xName);
    svg.text("name", 0, 12, "start", yName);
  }

  private static void draw(Svg svg, Series one, Axis x, Axis y) {
    int n = one.x().length;
    double[] px = new double[n];
    double[] py = new double[n];
    for (int i = 0; i < n; i++) {
      px[i] = x.at(one.x()[i]);
      py[i] = y.at(one.y()[i]);
    }
    svg.polyline("line s" + one.colour(), px, py);
    for (int i = 0; i < n && n <= MANY_POINTS; i++) {
      if (Double.isFinite(py[i])) {
        svg.circle(
            "f" + one.colour(),
            px[i],
            py[i],
            n > 12 ? 2 : 3,
            String.format(Locale.ROOT, "%s: %.4f at %,.0f", one.name(), one.y()[i], one.x()[i]));
      }
    }
  }

  private static void names(Svg svg, List<Series> series, Axis x, Axis y, double right) {
    List<Series> shown = series.stream().filter(s -> s.last() >= 0).toList();
    double[] wanted = shown.stream().mapToDouble(s -> y.at(s.y()[s.last()]) + 4).toArray();
    double[] placed = Labels.spread(wanted, TOP, y.from() + 4);
    for (int i = 0; i < placed.length; i++) {
      Series one = shown.get(i);
      double end = x.at(one.x()[one.last()]);
      svg.line("leader s" + one.colour(), end + 4, wanted[i] - 4, right + 2, placed[i] - 4);
      svg.text(
          "label f" + one.colour(), right + 5, placed[i], "start", Labels.shortened(one.name()));
    }
  }
}
