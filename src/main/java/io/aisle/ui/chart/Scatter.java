package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Points with names, intervals and the line of those that no other beats. FX thread only. */
public final class Scatter extends PlotChart {
  /** With more points their names are left to the readout, and the legend to colours. */
  private static final int FEW = 24;

  /** With more points they are drawn as small squares, which is fast. */
  private static final int MANY = 2_000;

  private static final double NEAR = 18;
  private static final double RADIUS = 6;

  private final ObjectProperty<List<Point>> points = new SimpleObjectProperty<>(List.of());
  private final BooleanProperty xLog = new SimpleBooleanProperty();
  private final BooleanProperty frontier = new SimpleBooleanProperty();
  private final ObjectProperty<Point> chosen = new SimpleObjectProperty<>();
  private List<Point> shown = List.of();
  private double least = 1;

  /**
   * A point.
   *
   * @param colour number of its series colour
   * @param low lower end of the interval of y; NaN when there is none
   * @param high upper end of the interval of y; NaN when there is none
   */
  public record Point(String name, int colour, double x, double y, double low, double high) {}

  public Scatter() {
    super(Zoom.Reach.BOTH);
    getStyleClass().add("scatter");
    points.subscribe(this::changed);
    xLog.subscribe(this::changed);
    frontier.subscribe(this::redraw);
    chosen.subscribe(this::redraw);
  }

  public ObjectProperty<List<Point>> pointsProperty() {
    return points;
  }

  /** Whether x is logarithmic; what is not above 0 stands at half the least that is. */
  public BooleanProperty xLogProperty() {
    return xLog;
  }

  public boolean isXLog() {
    return xLog.get();
  }

  public void setXLog(boolean log) {
    xLog.set(log);
  }

  /** Whether a dashed line joins the points that none beats: less x and more y is better. */
  public BooleanProperty frontierProperty() {
    return frontier;
  }

  public boolean isFrontier() {
    return frontier.get();
  }

  public void setFrontier(boolean shown) {
    frontier.set(shown);
  }

  /** The point that a click or Enter chose; null when none is. */
  public ObjectProperty<Point> chosenProperty() {
    return chosen;
  }

  @Override
  public ChartTable table() {
    List<String> header =
        List.of(
            "name",
            getXTitle().isEmpty() ? "x" : getXTitle(),
            getYTitle().isEmpty() ? "y" : getYTitle(),
            "low",
            "high");
    return new ChartTable(
        header,
        points.get().stream()
            .map(
                point ->
                    List.of(
                        point.name(),
                        ChartTable.cell(point.x()),
                        ChartTable.cell(point.y()),
                        ChartTable.cell(point.low()),
                        ChartTable.cell(point.high())))
            .toList());
  }

  @Override
  public String describe() {
    return Descriptions.scatter(words(), getXTitle(), getYTitle(), points.get(), frontier.get());
  }

  @Override
  boolean isBlank() {
    return points.get().isEmpty();
  }

  @Override
  Axis wholeX() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Point point : shown) {
      low = Math.min(low, x(point));
      high = Math.max(high, x(point));
    }
    return Axis.of(xLog.get() ? Axis.Kind.LOG : Axis.Kind.LINEAR, low, high).padded(0.03, 0.05);
  }

  @Override
  Axis wholeY(Axis x) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Point point : shown) {
      low = Math.min(low, Double.isNaN(point.low()) ? point.y() : point.low());
      high = Math.max(high, Double.isNaN(point.high()) ? point.y() : point.high());
    }
    boolean fromZero = low >= 0 && low < 0.5 * high;
    return Axis.of(Axis.Kind.LINEAR, fromZero ? 0 : low, high).padded(fromZero ? 0 : 0.06, 0.1);
  }

  @Override
  void drawMarks(Pen pen, Look look, Plot plot) {
    if (shown.size() > MANY) {
      for (Point point : shown) {
        double x = plot.x().at(x(point));
        double y = plot.y().at(point.y());
        pen.rectangle(x - 1.5, y - 1.5, 3, 3, look.faint(point.colour(), 0.5));
      }
      return;
    }
    if (frontier.get()) {
      drawFrontier(pen, look, plot);
    }
    double radius = shown.size() > FEW ? 3.5 : RADIUS;
    for (Point point : shown) {
      double x = plot.x().at(x(point));
      if (!Double.isNaN(point.low()) && !Double.isNaN(point.high())) {
        double low = plot.y().at(point.low());
        pen.line(x, low, x, plot.y().at(point.high()), look.faint(point.colour(), 0.55), 2);
      }
      pen.circle(x, plot.y().at(point.y()), radius, look.series(point.colour()));
      if (point.equals(chosen.get())) {
        pen.ring(x, plot.y().at(point.y()), radius + 3, look.ink(), 1.5);
      }
    }
  }

  private void drawFrontier(Pen pen, Look look, Plot plot) {
    List<Point> best = Frontier.of(shown);
    double[] x = best.stream().mapToDouble(point -> plot.x().at(x(point))).toArray();
    double[] y = best.stream().mapToDouble(point -> plot.y().at(point.y())).toArray();
    pen.path(x, y, x.length, look.muted(), 1, 4, 4);
  }

  @Override
  void drawNames(Pen pen, Look look, Plot plot) {
    if (shown.size() <= FEW) {
      List<PointNames.Spot> spots =
          shown.stream()
              .filter(point -> plot.x().holds(x(point)) && plot.y().holds(point.y()))
              .map(
                  point ->
                      new PointNames.Spot(
                          point.name(), plot.x().at(x(point)), plot.y().at(point.y())))
              .toList();
      List<PointNames.Spot> line =
          frontier.get()
              ? Frontier.of(shown).stream()
                  .map(
                      point ->
                          new PointNames.Spot("", plot.x().at(x(point)), plot.y().at(point.y())))
                  .toList()
              : List.of();
      PointNames.draw(pen, look, spots, line, plot.box(), RADIUS);
    }
  }

  @Override
  int stops() {
    return shown.size();
  }

  @Override
  double stopX(int stop) {
    return x(shown.get(stop));
  }

  @Override
  double stopY(int stop) {
    return shown.get(stop).y();
  }

  @Override
  int nearest(Plot at, double px, double py) {
    int nearest = -1;
    double distance = NEAR;
    for (int i = 0; i < shown.size(); i++) {
      Point point = shown.get(i);
      double away = Math.hypot(at.x().at(x(point)) - px, at.y().at(point.y()) - py);
      if (away < distance) {
        distance = away;
        nearest = i;
      }
    }
    return nearest;
  }

  @Override
  Readout read(int stop) {
    Point point = shown.get(stop);
    List<Readout.Line> lines = new ArrayList<>();
    lines.add(Readout.line(getYTitle(), words().value(point.y())));
    if (!Double.isNaN(point.low()) && !Double.isNaN(point.high())) {
      lines.add(
          Readout.line(
              words().of("chart.interval"),
              words().value(point.low()) + " – " + words().value(point.high())));
    }
    lines.add(Readout.line(getXTitle(), words().value(point.x())));
    return new Readout(point.name(), lines);
  }

  @Override
  void drawStop(Pen pen, Look look, Plot plot, int stop) {
    Point point = shown.get(stop);
    double x = plot.x().at(x(point));
    pen.ring(x, plot.y().at(point.y()), shown.size() > FEW ? 6 : RADIUS + 3, look.ink(), 1.5);
  }

  @Override
  void choose(int stop, boolean key) {
    Point point = shown.get(stop);
    chosen.set(point.equals(chosen.get()) ? null : point);
  }

  @Override
  boolean escape() {
    boolean had = chosen.get() != null;
    chosen.set(null);
    return had;
  }

  @Override
  void toggled() {
    filter();
  }

  private double x(Point point) {
    return xLog.get() && point.x() <= 0 ? least / 2 : point.x();
  }

  private void changed() {
    least = points.get().stream().mapToDouble(Point::x).filter(value -> value > 0).min().orElse(1);
    List<Legend.Key> keys =
        points.get().stream()
            .map(point -> new Legend.Key(point.name(), point.colour()))
            .distinct()
            .limit(FEW + 1L)
            .toList();
    names().name(keys.size() > FEW ? List.of() : keys);
    filter();
  }

  private void filter() {
    shown =
        points.get().stream()
            .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
            .filter(point -> names().shows(point.name(), point.colour()))
            .sorted(Comparator.comparingDouble(this::x))
            .toList();
    stopsChanged();
  }
}
