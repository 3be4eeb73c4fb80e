package io.aisle.core.report;

import java.util.List;
import java.util.Locale;

/**
 * For each run the share of users it serves better than, as well as, and worse than the reference.
 */
final class WinsChart {
  private static final double WIDTH = 560;
  private static final double ROW = 30;
  private static final double LEFT = 180;
  private static final double RIGHT = WIDTH - 10;

  /** Users of one run against the reference. */
  record Wins(String name, int colour, int better, int equal, int worse) {
    int users() {
      return better + equal + worse;
    }
  }

  private WinsChart() {}

  /**
   * @return an svg element
   */
  static String draw(List<Wins> runs, String alternative) {
    Svg svg = new Svg(WIDTH, runs.size() * ROW + 8, alternative);
    double y = 4;
    for (Wins run : runs) {
      svg.text("label f" + run.colour, LEFT - 10, y + 18, "end", Labels.shortened(run.name));
      double x = LEFT;
      x = part(svg, "win", x, y, run.better, run, "better for");
      x = part(svg, "tie", x, y, run.equal, run, "as good for");
      part(svg, "loss", x, y, run.worse, run, "worse for");
      y += ROW;
    }
    return svg.markup();
  }

  private static double part(
      Svg svg, String style, double x, double y, int count, Wins run, String words) {
    double share = run.users() == 0 ? 0 : (double) count / run.users();
    double width = share * (RIGHT - LEFT);
    String says =
        String.format(
            Locale.ROOT, "%s is %s %,d users (%.1f%%)", run.name, words, count, 100 * share);
    svg.rectangle(style, x, y, width, 24, says);
    if (width > 38) {
      svg.text(
          "inside " + style + "-text",
          x + width / 2,
          y + 16,
          "middle",
          String.format(Locale.ROOT, "%.1f%%", 100 * share));
    }
    return x + width;
  }
}
