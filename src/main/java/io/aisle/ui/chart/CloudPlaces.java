package io.aisle.ui.chart;

import java.util.Arrays;
import javafx.scene.input.KeyCode;

/**
 * Where the points of a cloud lie on the screen. A unit is as long in one direction as in the
 * other. Immutable but for the arrays, which nobody changes.
 *
 * @param x {@code [points]} CSS pixels
 * @param y {@code [points]} CSS pixels
 */
record CloudPlaces(Box box, double[] x, double[] y) {
  private static final double MARGIN = 0.02;

  static CloudPlaces of(Cloud cloud, Zoom zoom, Box box) {
    double[] x = new double[cloud.size()];
    double[] y = new double[cloud.size()];
    Span across = Span.of(cloud.x());
    Span up = Span.of(cloud.y());
    double unit =
        (1 - 2 * MARGIN) * Math.min(box.width() / across.length(), box.height() / up.length());
    for (int i = 0; i < x.length; i++) {
      double right = 0.5 + (cloud.x()[i] - across.middle()) * unit / box.width();
      double above = 0.5 + (cloud.y()[i] - up.middle()) * unit / box.height();
      x[i] = box.x() + (right - zoom.left()) / (zoom.right() - zoom.left()) * box.width();
      y[i] = box.bottom() - (above - zoom.bottom()) / (zoom.top() - zoom.bottom()) * box.height();
    }
    return new CloudPlaces(box, x, y);
  }

  private record Span(double middle, double length) {
    static Span of(double[] values) {
      double low = Arrays.stream(values).min().orElse(0);
      double high = Arrays.stream(values).max().orElse(0);
      return new Span((low + high) / 2, high > low ? high - low : 1);
    }
  }

  boolean inSight(int point) {
    return box.holds(x[point], y[point]);
  }

  /**
   * The nearest point.
   *
   * @param colour of each point; 0 for one that is hidden
   * @return -1 when none is within {@code most} pixels
   */
  int nearest(double px, double py, double most, int[] colour) {
    int nearest = -1;
    double distance = most * most;
    for (int i = 0; i < x.length; i++) {
      double away = (x[i] - px) * (x[i] - px) + (y[i] - py) * (y[i] - py);
      if (away < distance && colour[i] != 0) {
        distance = away;
        nearest = i;
      }
    }
    return nearest;
  }

  /** The nearest point in a direction, within 45 degrees of it; the same when there is none. */
  int next(int from, KeyCode direction, int[] colour) {
    int best = from;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - x[from];
      double dy = y[i] - y[from];
      double ahead =
          switch (direction) {
            case RIGHT -> dx;
            case LEFT -> -dx;
            case UP -> -dy;
            default -> dy;
          };
      double aside = Math.abs(direction.isArrowKey() && vertical(direction) ? dx : dy);
      double away = Math.hypot(dx, dy) + aside;
      if (ahead > 0 && aside <= ahead && away < least && colour[i] != 0) {
        least = away;
        best = i;
      }
    }
    return best;
  }

  private static boolean vertical(KeyCode key) {
    return key == KeyCode.UP || key == KeyCode.DOWN;
  }

  /**
   * Whether a point lies inside a closed line, by the number of its edges to the right.
   *
   * @param count corners of the line
   */
  boolean inside(int point, double[] lineX, double[] lineY, int count) {
    boolean inside = false;
    for (int a = 0, b = count - 1; a < count; b = a++) {
      boolean crosses = lineY[a] > y[point] != lineY[b] > y[point];
      if (crosses
          && x[point]
              < (lineX[b] - lineX[a]) * (y[point] - lineY[a]) / (lineY[b] - lineY[a]) + lineX[a]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
