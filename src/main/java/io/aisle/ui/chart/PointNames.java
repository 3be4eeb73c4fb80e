package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;

/** Puts the names of points beside them, where they hide neither points nor one another. */
final class PointNames {
  private static final double HEIGHT = 13;

  private PointNames() {}

  /** A point in pixels. */
  record Spot(String name, double x, double y) {}

  static void draw(Pen pen, Look look, List<Spot> spots, Box plot, double radius) {
    List<Box> taken = new ArrayList<>();
    for (Spot spot : spots) {
      taken.add(new Box(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius));
    }
    for (Spot spot : spots) {
      Box place = place(spot, look.fonts().width(spot.name(), Type.LABEL), taken, plot, radius);
      if (place != null) {
        taken.add(place);
        double y = place.y() + place.height() / 2;
        pen.text(spot.name(), place.x(), y, Pen.Align.LEFT, Type.LABEL, look.ink());
      }
    }
  }

  /** A free place for a name; null when there is none. */
  static Box place(Spot spot, double width, List<Box> taken, Box plot, double radius) {
    double above = spot.y() - radius - HEIGHT - 1;
    double below = spot.y() + radius + 1;
    double level = spot.y() - HEIGHT / 2;
    double[][] tries = {
      {spot.x() - width / 2, above},
      {spot.x() + radius + 4, level},
      {spot.x() - radius - 4 - width, level},
      {spot.x() - width / 2, below},
      {spot.x() + 2, above},
      {spot.x() - 2 - width, above},
      {spot.x() + 2, below},
      {spot.x() - 2 - width, below}
    };
    for (double[] each : tries) {
      Box box = new Box(each[0], each[1], width, HEIGHT);
      boolean inside =
          box.x() >= plot.x() && box.right() <= plot.right() + 8 && box.y() >= plot.y() - 8;
      if (inside
          && box.bottom() <= plot.bottom()
          && taken.stream().noneMatch(other -> cross(box, other))) {
        return box;
      }
    }
    return null;
  }

  private static boolean cross(Box one, Box other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }
}
