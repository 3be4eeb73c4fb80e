package io.aisle.core.report;

/**
 * A named line of a chart.
 *
 * @param colour number of the colour class
 * @param x ascending
 * @param y as long as {@code x}; NaN leaves a gap
 */
record Series(String name, int colour, double[] x, double[] y) {
  Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "a series with %d x and %d y".formatted(x.length, y.length));
    }
  }

  /** Index of the last point with a value; -1 when there is none. */
  int last() {
    for (int i = y.length - 1; i >= 0; i--) {
      if (Double.isFinite(y[i])) {
        return i;
      }
    }
    return -1;
  }
}
