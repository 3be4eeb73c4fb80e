package io.aisle.ui.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts the names of points beside them, where they hide neither points nor one another. */
final class PointNames {
  private static final double HEIGHT = 13;
  private static final double SLACK = 8;

  private final List<Box> taken = new ArrayList<>();
  private final List<Spot> line;
  private final Box plot;
  private final double radius;

  private PointNames(List<Spot> spots, List<Spot> line, Box plot, double radius) {
    this.line = line;
    this.plot = plot;
    this.radius = radius;
    for (Spot spot : spots) {
      taken.add(new Box(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius));
    }
  }

  /** A point in pixels. */
  record Spot(String name, double x, double y) {}

  /**
   * @param line corners of a line that names keep off where they can
   */
  static void draw(Pen pen, Look look, List<Spot> spots, List<Spot> line, Box plot, double radius) {
    List<Double> widths =
        spots.stream().map(spot -> look.fonts().width(spot.name(), Type.LABEL)).toList();
    List<Box> places = places(spots, widths, line, plot, radius);
    for (int i = 0; i < spots.size(); i++) {
      Box place = places.get(i);
      if (place != null) {
        double y = place.y() + HEIGHT / 2;
        pen.text(spots.get(i).name(), place.x(), y, Pen.Align.LEFT, Type.LABEL, look.ink());
      }
    }
  }

  /** A place for each name; null where there is none, then the readout must do. */
  static List<Box> places(
      List<Spot> spots, List<Double> widths, List<Spot> line, Box plot, double radius) {
    PointNames names = new PointNames(spots, line, plot, radius);
    List<Box> places = new ArrayList<>();
    for (int i = 0; i < spots.size(); i++) {
      Box place = names.place(spots.get(i), widths.get(i));
      places.add(place);
      if (place != null) {
        names.taken.add(place);
      }
    }
    return places;
  }

  private Box place(Spot spot, double width) {
    List<Box> free = candidates(spot, width).stream().filter(this::free).toList();
    return free.stream()
        .filter(this::offTheLine)
        .findFirst()
        .orElse(free.isEmpty() ? null : free.getFirst());
  }

  private List<Box> candidates(Spot spot, double width) {
    double above = spot.y() - radius - HEIGHT - 1;
    double below = spot.y() + radius + 1;
    double level = spot.y() - HEIGHT / 2;
    double right = spot.x() + radius + 4;
    double left = spot.x() - radius - 4 - width;
    return List.of(
        new Box(spot.x() - width / 2, above, width, HEIGHT),
        new Box(right, level, width, HEIGHT),
        new Box(left, level, width, HEIGHT),
        new Box(spot.x() - width / 2, below, width, HEIGHT),
        new Box(spot.x() - radius - width + 2, above + 4, width, HEIGHT),
        new Box(spot.x() + radius - 2, below - 4, width, HEIGHT),
        new Box(spot.x() + radius - 2, above + 4, width, HEIGHT),
        new Box(spot.x() - radius - width + 2, below - 4, width, HEIGHT));
  }

  private boolean free(Box box) {
    return box.x() >= plot.x()
        && box.right() <= plot.right() + SLACK
        && box.y() >= plot.y() - SLACK
        && box.bottom() <= plot.bottom()
        && taken.stream().noneMatch(other -> cross(box, other));
  }

  private boolean offTheLine(Box box) {
    Rectangle2D shape = new Rectangle2D.Double(box.x() - 1, box.y(), box.width() + 2, box.height());
    return IntStream.range(1, line.size())
        .mapToObj(
            i ->
                new Line2D.Double(
                    line.get(i - 1).x(), line.get(i - 1).y(), line.get(i).x(), line.get(i).y()))
        .noneMatch(part -> part.intersects(shape));
  }

  private static boolean cross(Box one, Box other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }
}
