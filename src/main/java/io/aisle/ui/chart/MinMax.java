package io.aisle.ui.chart;

import java.util.Arrays;

/**
 * A long line reduced to what can be seen: of all points in one pixel column only the first, the
 * lowest, the highest and the last. The drawn line is the same, its cost depends on the width only.
 */
final class MinMax {
  final double[] x;
  final double[] y;
  final int count;

  private MinMax(double[] x, double[] y, int count) {
    this.x = x;
    this.y = y;
    this.count = count;
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
    int room = Math.min(to - from, 4 * (columns + 4));
    MinMaxBuilder builder = new MinMaxBuilder(room + 4);
    for (int i = from; i < to; i++) {
      builder.add(across.at(times[i]), up.at(values[i]));
    }
    builder.flush();
    return new MinMax(builder.x, builder.y, builder.count);
  }

  private static int lower(long[] times, int size, double at) {
    int found = Arrays.binarySearch(times, 0, size, (long) Math.floor(at));
    return found < 0 ? -found - 1 : found;
  }

  /** Collects the points of one column at a time. */
  private static final class MinMaxBuilder {
    private double[] x;
    private double[] y;
    private int count;
    private double column = Double.NaN;
    private double firstX;
    private double firstY;
    private double lowX;
    private double lowY;
    private double highX;
    private double highY;
    private double lastX;
    private double lastY;

    MinMaxBuilder(int room) {
      x = new double[room];
      y = new double[room];
    }

    void add(double px, double py) {
      if (!Double.isFinite(py)) {
        flush();
        put(px, Double.NaN); // a gap
        return;
      }
      double here = Math.floor(px);
      if (here != column) {
        flush();
        column = here;
        firstX = lowX = highX = px;
        firstY = lowY = highY = py;
      }
      if (py < lowY) {
        lowX = px;
        lowY = py;
      }
      if (py > highY) {
        highX = px;
        highY = py;
      }
      lastX = px;
      lastY = py;
    }

    void flush() {
      if (Double.isNaN(column)) {
        return;
      }
      column = Double.NaN;
      put(firstX, firstY);
      boolean lowFirst = lowX <= highX;
      between(lowFirst ? lowX : highX, lowFirst ? lowY : highY);
      between(lowFirst ? highX : lowX, lowFirst ? highY : lowY);
      if (lastX != firstX) {
        put(lastX, lastY);
      }
    }

    private void between(double px, double py) {
      if (px != firstX && px != lastX) {
        put(px, py);
      }
    }

    private void put(double px, double py) {
      if (count == x.length) {
        x = Arrays.copyOf(x, 2 * count + 4);
        y = Arrays.copyOf(y, 2 * count + 4);
      }
      x[count] = px;
      y[count] = py;
      count++;
    }
  }
}
