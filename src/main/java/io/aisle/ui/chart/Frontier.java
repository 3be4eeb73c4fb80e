package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The points that no other beats: none has as little x and more y, or less x and as much y. */
final class Frontier {
  private Frontier() {}

  /** In the order of x. */
  static List<Scatter.Point> of(List<Scatter.Point> points) {
    List<Scatter.Point> sorted = new ArrayList<>(points);
    sorted.removeIf(point -> Double.isNaN(point.x()) || Double.isNaN(point.y()));
    sorted.sort(
        Comparator.comparingDouble(Scatter.Point::x)
            .thenComparing(Comparator.comparingDouble(Scatter.Point::y).reversed()));
    List<Scatter.Point> best = new ArrayList<>();
    for (Scatter.Point point : sorted) {
      if (best.isEmpty() || point.y() > best.getLast().y()) {
        best.add(point);
      }
    }
    return best;
  }
}
