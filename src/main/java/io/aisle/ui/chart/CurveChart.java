package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Lines over epochs, list lengths or any other x, with bands around them where there are intervals;
 * the cursor reads all lines at one x.
 */
public final class CurveChart extends PlotChart {
  private final ObjectProperty<List<Curve>> curves = new SimpleObjectProperty<>(List.of());
  private double[] stops = new double[0];

  /**
   * A line.
   *
   * @param colour number of its series colour
   * @param xs growing
   * @param values one for each of {@code xs}; NaN leaves a gap
   * @param band the intervals of the values
   */
  public record Curve(String name, int colour, double[] xs, double[] values, Band band) {
    /** A line over 1, 2, ... */
    public Curve(String name, int colour, double[] values) {
      this(
          name,
          colour,
          IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(),
          values,
          Band.NONE);
    }

    public static Curve of(String name, int colour, double[] xs, double[] values) {
      return new Curve(name, colour, xs, values, Band.NONE);
    }

    /** The value at an x; NaN when there is none. */
    double at(double x) {
      return at(x, values);
    }

    double low(double x) {
      return at(x, band.low);
    }

    double high(double x) {
      return at(x, band.high);
    }

    private double at(double x, double[] of) {
      int index = Arrays.binarySearch(xs, x);
      return index < 0 || index >= of.length ? Double.NaN : of[index];
    }

    boolean banded() {
      return band.low.length > 0;
    }
  }

  /**
   * Intervals around the values of a line.
   *
   * @param low as many as values; NaN leaves a gap
   * @param high as many
   */
  public record Band(double[] low, double[] high) {
    public static final Band NONE = new Band(new double[0], new double[0]);
  }

  private static final double BAND_OPACITY = 0.16;

  private static final double[][] DASHES = {{}, {7, 4}, {2, 3}, {9, 3, 2, 3}};

  public CurveChart() {
    super(Zoom.Reach.ACROSS);
    getStyleClass().add("curve-chart");
    curves.subscribe(this::changed);
  }

  public ObjectProperty<List<Curve>> curvesProperty() {
    return curves;
  }

  @Override
  public ChartTable table() {
    List<String> header = new ArrayList<>();
    header.add(words().column("x", getXTitle()));
    for (Curve curve : curves.get()) {
      header.add(curve.name());
      if (curve.banded()) {
        header.add(words().of("chart.curve.low", curve.name()));
        header.add(words().of("chart.curve.high", curve.name()));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (double x : xs(curves.get())) {
      List<String> row = new ArrayList<>();
      row.add(ChartTable.cell(x));
      for (Curve curve : curves.get()) {
        row.add(ChartTable.cell(curve.at(x)));
        if (curve.banded()) {
          row.add(ChartTable.cell(curve.low(x)));
          row.add(ChartTable.cell(curve.high(x)));
        }
      }
      rows.add(row);
    }
    return new ChartTable(header, rows);
  }

  @Override
  public String describe() {
    return CourseDescriptions.curves(words(), getXTitle(), getYTitle(), curves.get());
  }

  @Override
  boolean isBlank() {
    return curves.get().stream()
        .noneMatch(curve -> Arrays.stream(curve.values()).anyMatch(Double::isFinite));
  }

  @Override
  Axis wholeX() {
    double high = stops.length == 0 ? 2 : stops[stops.length - 1];
    double low = stops.length == 0 ? 1 : stops[0];
    boolean whole = Arrays.stream(stops).allMatch(x -> x == Math.rint(x));
    return Axis.of(whole ? Axis.Kind.WHOLE : Axis.Kind.LINEAR, low, low == high ? low + 1 : high)
        .padded(0.01, 0.01);
  }

  @Override
  Axis wholeY(Axis x) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Curve curve : shown()) {
      for (int i = 0; i < curve.values().length; i++) {
        double value = curve.values()[i];
        if (Double.isFinite(value) && near(curve.xs(), i, x)) {
          double at = curve.xs()[i];
          low = Math.min(low, Double.isFinite(curve.low(at)) ? curve.low(at) : value);
          high = Math.max(high, Double.isFinite(curve.high(at)) ? curve.high(at) : value);
        }
      }
    }
    return Axis.of(Axis.Kind.LINEAR, low, high).padded(0.04, 0.04);
  }

  @Override
  void drawMarks(Pen pen, Look look, Plot plot) {
    for (Curve curve : shown()) {
      drawBand(pen, look, plot, curve);
    }
    for (Curve curve : shown()) {
      int count = Math.min(curve.xs().length, curve.values().length);
      double[] x = new double[count];
      double[] y = new double[count];
      int last = -1;
      for (int i = 0; i < count; i++) {
        x[i] = plot.x().at(curve.xs()[i]);
        y[i] = plot.y().at(curve.values()[i]);
        last = Double.isFinite(y[i]) ? i : last;
      }
      pen.path(x, y, count, look.series(curve.colour()), 2, dashes(curve));
      if (last >= 0) {
        pen.circle(x[last], y[last], 3, look.series(curve.colour()));
      }
    }
  }

  private static void drawBand(Pen pen, Look look, Plot plot, Curve curve) {
    if (curve.banded()) {
      double[] x = Arrays.stream(curve.xs()).map(plot.x()::at).toArray();
      double[] high = Arrays.stream(curve.band().high()).map(plot.y()::at).toArray();
      double[] low = Arrays.stream(curve.band().low()).map(plot.y()::at).toArray();
      int count = Math.min(x.length, high.length);
      pen.area(x, high, low, count, look.faint(curve.colour(), BAND_OPACITY));
    }
  }

  /** Lines of one colour, such as the seeds of a model, are told apart by their dashes. */
  private double[] dashes(Curve curve) {
    int turn = 0;
    for (Curve other : curves.get()) {
      if (other.equals(curve)) {
        break;
      }
      turn += other.colour() == curve.colour() ? 1 : 0;
    }
    return DASHES[turn % DASHES.length];
  }

  @Override
  int stops() {
    return stops.length;
  }

  @Override
  double stopX(int stop) {
    return stops[stop];
  }

  @Override
  Readout read(int stop) {
    double x = stops[stop];
    String title = getXTitle();
    List<Readout.Line> lines = new ArrayList<>();
    for (Curve curve : shown()) {
      double value = curve.at(x);
      if (Double.isFinite(value)) {
        lines.add(new Readout.Line(curve.colour(), curve.name(), worded(curve, x)));
      }
    }
    return new Readout(title.isEmpty() ? words().value(x) : title + " " + words().value(x), lines);
  }

  private String worded(Curve curve, double x) {
    String value = words().aligned(curve.at(x));
    return Double.isFinite(curve.low(x))
        ? words()
            .of(
                "chart.describe.interval",
                value,
                words().aligned(curve.low(x)),
                words().aligned(curve.high(x)))
        : value;
  }

  @Override
  void drawStop(Pen pen, Look look, Plot plot, int stop) {
    double x = stops[stop];
    for (Curve curve : shown()) {
      double value = curve.at(x);
      if (Double.isFinite(value)) {
        pen.circle(plot.x().at(x), plot.y().at(value), 5, look.surface());
        pen.circle(plot.x().at(x), plot.y().at(value), 3.5, look.series(curve.colour()));
      }
    }
  }

  /** Whether a point, or the line to one of its neighbours, is on the axis. */
  private static boolean near(double[] xs, int i, Axis x) {
    double before = i == 0 ? xs[i] : xs[i - 1];
    double after = i + 1 == xs.length ? xs[i] : xs[i + 1];
    return after >= x.low() && before <= x.high();
  }

  private List<Curve> shown() {
    return curves.get().stream()
        .filter(curve -> names().shows(curve.name(), curve.colour()))
        .toList();
  }

  private void changed() {
    List<Curve> now = curves.get();
    names().name(now.stream().map(each -> new Legend.Key(each.name(), each.colour())).toList());
    stops = xs(now);
    stopsChanged();
  }

  private static double[] xs(List<Curve> curves) {
    return curves.stream()
        .flatMapToDouble(curve -> Arrays.stream(curve.xs()))
        .sorted()
        .distinct()
        .toArray();
  }
}
