package io.aisle.ui.chart;

import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;

/**
 * A long line reduced to what can be seen. Where many points share a column of pixels, what a line
 * through them covers there is the span from the lowest to the highest, together with the way from
 * the last point of the column before: so each column is one upright bar, and the cost depends on
 * the width only. Short lines stay lines; a point that has no neighbour is a dot.
 */
final class MinMax {
  /** Points in a column from which on bars look as a line would. */
  private static final int DENSE = 4;

  private static final double THICKNESS = 1.5;
  private static final double DOT = 2.5;

  private final double[] x;
  private final double[] low;
  private final double[] high;
  private final boolean dense;

  private MinMax(double[] x, double[] low, double[] high, boolean dense) {
    this.dense = dense;
    this.x = x;
    this.low = low;
    this.high = high;
  }

  /**
   * The points of a series that are on the plot, and one beyond each end, in pixels.
   *
   * @param times growing
   */
  static MinMax of(long[] times, double[] values, Axis across, Axis up) {
    int size = Math.min(times.length, values.length);
    int from = Math.max(0, lower(times, size, across.low()) - 1);
    int to = Math.min(size, lower(times, size, across.high()) + 2);
    int columns = (int) Math.max(1, Math.ceil(across.end() - across.start()));
    return to - from <= DENSE * columns
        ? line(times, values, from, to, across, up)
        : bars(times, values, from, to, across, up, columns);
  }

  /** Whether there is a bar for each column rather than a line. */
  boolean dense() {
    return dense;
  }

  /** Left edge of each bar, or the points of the line. */
  double[] x() {
    return x;
  }

  /** Lowest value of each bar in pixels (so its greatest y), or the points of the line. */
  double[] low() {
    return low;
  }

  /** Highest value of each bar in pixels (so its least y), or the points of the line. */
  double[] high() {
    return high;
  }

  /** The points of a line that no stroke leads to. */
  int[] alone() {
    return IntStream.range(0, dense ? 0 : x.length)
        .filter(i -> Double.isFinite(low[i]))
        .filter(i -> i == 0 || !Double.isFinite(low[i - 1]))
        .filter(i -> i == x.length - 1 || !Double.isFinite(low[i + 1]))
        .toArray();
  }

  void draw(Pen pen, Color colour) {
    if (!dense()) {
      pen.path(x, low, x.length, colour, THICKNESS);
      for (int point : alone()) {
        pen.circle(x[point], low[point], DOT, colour);
      }
      return;
    }
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(low[i])) {
        pen.rectangle(x[i], high[i] - THICKNESS / 2, 1, low[i] - high[i] + THICKNESS, colour);
      }
    }
  }

  private static MinMax line(
      long[] times, double[] values, int from, int to, Axis across, Axis up) {
    double[] x = new double[to - from];
    double[] y = new double[to - from];
    for (int i = from; i < to; i++) {
      x[i - from] = across.at(times[i]);
      y[i - from] = up.at(values[i]);
    }
    return new MinMax(x, y, y, false);
  }

  private static MinMax bars(
      long[] times, double[] values, int from, int to, Axis across, Axis up, int columns) {
    double[] x = new double[columns];
    Arrays.setAll(x, column -> across.start() + column);
    double[] low = new double[columns];
    double[] high = new double[columns];
    Arrays.fill(low, Double.NaN);
    Arrays.fill(high, Double.NaN);
    double before = Double.NaN;
    for (int i = from; i < to; i++) {
      double y = up.at(values[i]);
      int column = (int) Math.floor(across.at(times[i]) - across.start());
      if (column >= 0 && column < columns) {
        extend(low, high, column, y);
        extend(low, high, column, before);
      }
      before = y;
    }
    return new MinMax(x, low, high, true);
  }

  private static void extend(double[] low, double[] high, int column, double y) {
    if (Double.isFinite(y)) {
      low[column] = low[column] >= y ? low[column] : y; // y grows downwards
      high[column] = high[column] <= y ? high[column] : y;
    }
  }

  private static int lower(long[] times, int size, double at) {
    int found = Arrays.binarySearch(times, 0, size, (long) Math.floor(at));
    return found < 0 ? -found - 1 : found;
  }
}
