package io.aisle.core.report;

import java.util.List;
import java.util.Locale;

/** Quality against cost: one point with its interval for each run, time on a logarithmic axis. */
final class ScatterChart {
  private static final double WIDTH = 560;
  private static final double LEAST_HEIGHT = 280;
  private static final double LEFT = 52;
  private static final double TOP = 28;
  private static final double RIGHT = WIDTH - 14;
  private static final double BOTTOM = 40;

  /**
   * A run.
   *
   * @param seconds what it cost
   * @param low end of the interval of {@code value}
   * @param high end of the interval of {@code value}
   */
  record Point(String name, int colour, double seconds, double value, double low, double high) {}

  private ScatterChart() {}

  /**
   * @return an svg element
   */
  static String draw(List<Point> points, String metric, String alternative) {
    double fastest = points.stream().mapToDouble(Point::seconds).min().orElse(1);
    double slowest = points.stream().mapToDouble(Point::seconds).max().orElse(1);
    double best = points.stream().mapToDouble(p -> top(p)).max().orElse(1);
    double bottom = Math.max(LEAST_HEIGHT - BOTTOM, TOP + points.size() * Labels.LINE);
    Axis x = Axis.logarithmic(fastest, slowest, LEFT + 8, RIGHT - 8);
    Axis y = Axis.fromZero(best, bottom, TOP);
    Svg svg = new Svg(WIDTH, bottom + BOTTOM, alternative);
    for (double tick : y.ticks()) {
      svg.line(tick == 0 ? "axis" : "grid", LEFT, y.at(tick), RIGHT, y.at(tick));
      svg.text("tick", LEFT - 6, y.at(tick) + 4, "end", y.label(tick));
    }
    for (double tick : x.ticks()) {
      svg.text("tick", x.at(tick), bottom + 16, "middle", x.label(tick) + " s");
    }
    svg.text("name", (LEFT + RIGHT) / 2, svg.height() - 6, "middle", "time to train (log scale)");
    svg.text("name", 0, 12, "start", metric);
    Labels labels = new Labels();
    points.forEach(p -> labels.take(x.at(p.seconds), y.at(top(p)), y.at(bottom(p)), 6));
    for (Point p : points) {
      double px = x.at(p.seconds);
      svg.line("whisker s" + p.colour, px, y.at(bottom(p)), px, y.at(top(p)));
      svg.circle(
          "f" + p.colour,
          px,
          y.at(p.value),
          5.5,
          String.format(Locale.ROOT, "%s: %.4f in %.1f s", p.name, p.value, p.seconds));
      String name = Labels.shortened(p.name);
      Labels.Place place = labels.beside(px, y.at(p.value), name, WIDTH);
      svg.text("label f" + p.colour, place.x(), place.y(), place.anchor(), name);
    }
    return svg.markup();
  }

  private static double bottom(Point point) {
    return Double.isFinite(point.low) ? point.low : point.value;
  }

  private static double top(Point point) {
    return Double.isFinite(point.high) ? point.high : point.value;
  }
}
