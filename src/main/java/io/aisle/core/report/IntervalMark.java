package io.aisle.core.report;

import java.util.List;
import java.util.Locale;

/**
 * The drawing in a table row: a mean with its interval on an axis that all rows share, and a dotted
 * line where the reference stands.
 *
 * @param axis shared by the rows
 * @param reference mean of the reference run
 */
record IntervalMark(Axis axis, double reference) {
  static final double WIDTH = 170;
  private static final double HEIGHT = 22;

  /** An axis that holds every interval, starting at 0. */
  static IntervalMark over(List<Double> ends, double reference) {
    double largest = ends.stream().filter(Double::isFinite).mapToDouble(d -> d).max().orElse(1);
    return new IntervalMark(Axis.linear(0, largest * 1.03, 6, WIDTH - 6), reference);
  }

  /**
   * @return an svg element
   */
  String draw(int colour, double mean, double low, double high) {
    String says =
        Double.isFinite(low)
            ? String.format(Locale.ROOT, "%.4f, 95%% interval %.4f to %.4f", mean, low, high)
            : String.format(Locale.ROOT, "%.4f", mean);
    Svg svg = new Svg(WIDTH, HEIGHT, says);
    svg.line("grid", axis.at(0), HEIGHT - 1, WIDTH - 6, HEIGHT - 1);
    svg.line("reference", axis.at(reference), 0, axis.at(reference), HEIGHT);
    if (Double.isFinite(low)) {
      svg.line("interval s" + colour, axis.at(low), HEIGHT / 2, axis.at(high), HEIGHT / 2);
    }
    svg.circle("f" + colour, axis.at(mean), HEIGHT / 2, 4.5, says);
    return svg.markup();
  }
}
