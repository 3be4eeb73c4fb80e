package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Points with names, intervals and the line of those that no other beats. FX thread only. */
public final class Scatter extends PointChart<Scatter.Point> {
  /** With more points their names are left to the readout, and the legend to colours. */
  private static final int FEW = 24;

  /** With more points they are drawn as small squares, which is fast. */
  private static final int MANY = 2_000;

  private static final double RADIUS = 6;

  private final BooleanProperty xLog = new SimpleBooleanProperty();
  private final BooleanProperty frontier = new SimpleBooleanProperty();
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
    xLog.subscribe(this::changed);
    frontier.subscribe(this::redraw);
  }

  public ObjectProperty<List<Point>> pointsProperty() {
    return all();
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

  public void setFrontier(boolean on) {
    frontier.set(on);
  }

  @Override
  public ChartTable table() {
    List<String> header =
        List.of(
            words().column("name", ""),
            words().column("x", getXTitle()),
            words().column("y", getYTitle()),
            words().column("low", ""),
            words().column("high", ""));
    List<Point> now = all().get();
    return ChartTable.of(
        header,
        now.size(),
        row -> {
          Point point = now.get(row);
          return List.of(
              point.name(),
              ChartTable.cell(point.x()),
              ChartTable.cell(point.y()),
              ChartTable.cell(point.low()),
              ChartTable.cell(point.high()));
        });
  }

  @Override
  public String describe() {
    return Descriptions.scatter(words(), getXTitle(), getYTitle(), all().get(), frontier.get());
  }

  @Override
  Axis wholeX() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Point point : shown()) {
      low = Math.min(low, x(point));
      high = Math.max(high, x(point));
    }
    return Axis.of(xLog.get() ? Axis.Kind.LOG : Axis.Kind.LINEAR, low, high).padded(0.03, 0.05);
  }

  @Override
  Axis wholeY(Axis x) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Point point : shown()) {
      low = Math.min(low, Double.isNaN(point.low()) ? point.y() : point.low());
      high = Math.max(high, Double.isNaN(point.high()) ? point.y() : point.high());
    }
    boolean fromZero = low >= 0 && low < 0.5 * high;
    return Axis.of(Axis.Kind.LINEAR, fromZero ? 0 : low, high).padded(fromZero ? 0 : 0.06, 0.1);
  }

  @Override
  void drawMarks(Pen pen, Look look, Plot plot) {
    if (shown().size() > MANY) {
      for (Point point : shown()) {
        double x = plot.x().at(x(point));
        double y = plot.y().at(point.y());
        pen.rectangle(x - 1.5, y - 1.5, 3, 3, look.faint(point.colour(), 0.5));
      }
      return;
    }
    if (frontier.get()) {
      drawFrontier(pen, look, plot);
    }
    double radius = shown().size() > FEW ? 3.5 : RADIUS;
    for (Point point : shown()) {
      double x = plot.x().at(x(point));
      if (!Double.isNaN(point.low()) && !Double.isNaN(point.high())) {
        double low = plot.y().at(point.low());
        pen.line(x, low, x, plot.y().at(point.high()), look.faint(point.colour(), 0.55), 2);
      }
      pen.circle(x, plot.y().at(point.y()), radius, look.series(point.colour()));
      if (isChosen(point)) {
        pen.ring(x, plot.y().at(point.y()), radius + 3, look.ink(), 1.5);
      }
    }
  }

  private void drawFrontier(Pen pen, Look look, Plot plot) {
    List<Point> best = Frontier.of(shown());
    double[] x = best.stream().mapToDouble(point -> plot.x().at(x(point))).toArray();
    double[] y = best.stream().mapToDouble(point -> plot.y().at(point.y())).toArray();
    pen.path(x, y, x.length, look.muted(), 1, 4, 4);
  }

  @Override
  void drawNames(Pen pen, Look look, Plot plot) {
    if (shown().size() <= FEW) {
      List<PointNames.Spot> spots =
          shown().stream()
              .filter(point -> plot.x().holds(x(point)) && plot.y().holds(point.y()))
              .map(
                  point ->
                      new PointNames.Spot(
                          point.name(), plot.x().at(x(point)), plot.y().at(point.y())))
              .toList();
      List<PointNames.Spot> line =
          frontier.get()
              ? Frontier.of(shown()).stream()
                  .map(
                      point ->
                          new PointNames.Spot("", plot.x().at(x(point)), plot.y().at(point.y())))
                  .toList()
              : List.of();
      PointNames.draw(pen, look, spots, line, plot.box(), RADIUS);
    }
  }

  @Override
  double stopY(int stop) {
    return shown().get(stop).y();
  }

  @Override
  Readout read(int stop) {
    Point point = shown().get(stop);
    List<Readout.Line> lines = new ArrayList<>();
    lines.add(Readout.line(getYTitle(), words().aligned(point.y())));
    if (!Double.isNaN(point.low()) && !Double.isNaN(point.high())) {
      lines.add(
          Readout.line(
              words().of("chart.interval"),
              words().aligned(point.low()) + " – " + words().aligned(point.high())));
    }
    lines.add(Readout.line(getXTitle(), words().value(point.x())));
    return new Readout(point.name(), lines);
  }

  @Override
  void drawStop(Pen pen, Look look, Plot plot, int stop) {
    Point point = shown().get(stop);
    double x = plot.x().at(x(point));
    pen.ring(x, plot.y().at(point.y()), shown().size() > FEW ? 6 : RADIUS + 3, look.ink(), 1.5);
  }

  @Override
  double x(Point point) {
    return xLog.get() && point.x() <= 0 ? least / 2 : point.x();
  }

  @Override
  void changed() {
    least = all().get().stream().mapToDouble(Point::x).filter(value -> value > 0).min().orElse(1);
    List<Legend.Key> keys =
        all().get().stream()
            .map(point -> new Legend.Key(point.name(), point.colour()))
            .distinct()
            .limit(FEW + 1L)
            .toList();
    names().name(keys.size() > FEW ? List.of() : keys);
    show();
  }

  @Override
  boolean visible(Point point) {
    return Double.isFinite(point.x())
        && Double.isFinite(point.y())
        && names().shows(point.name(), point.colour());
  }
}
