package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * An unbroken piece between two lines as a polygon: along the top, and back along the bottom.
 *
 * @param x corners
 * @param y as many
 */
record Strip(double[] x, double[] y) {
  /**
   * The pieces of an area, which breaks where a number is not finite; single points have none.
   *
   * @param count points that are looked at
   */
  static List<Strip> of(double[] x, double[] top, double[] bottom, int count) {
    List<Strip> strips = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= count; i++) {
      if (i == count || !Double.isFinite(x[i] + top[i] + bottom[i])) {
        if (i - from > 1) {
          strips.add(piece(x, top, bottom, from, i));
        }
        from = i + 1;
      }
    }
    return strips;
  }

  private static Strip piece(double[] x, double[] top, double[] bottom, int from, int to) {
    int length = to - from;
    double[] cornersX = new double[2 * length];
    double[] cornersY = new double[2 * length];
    for (int i = 0; i < length; i++) {
      cornersX[i] = x[from + i];
      cornersY[i] = top[from + i];
      cornersX[2 * length - 1 - i] = x[from + i];
      cornersY[2 * length - 1 - i] = bottom[from + i];
    }
    return new Strip(cornersX, cornersY);
  }
}
