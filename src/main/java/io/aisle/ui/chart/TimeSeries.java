package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Values over time, fast for hundreds of thousands of them. Dragging (or Enter at either end)
 * selects a range, Escape takes it back; with Shift a drag moves the part that is shown. FX thread
 * only.
 */
public final class TimeSeries extends PlotChart {
  private static final long NONE = Long.MIN_VALUE;

  private final ObjectProperty<List<Series>> series = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Range> range = new SimpleObjectProperty<>();
  private long[] stops = new long[0];
  private boolean daily;
  private long anchor = NONE;
  private Range draft;

  /**
   * A line.
   *
   * @param colour number of its series colour
   * @param epochMillis growing, UTC
   * @param values one for each time; NaN leaves a gap
   */
  public record Series(String name, int colour, long[] epochMillis, double[] values) {
    double at(long time) {
      int index = Arrays.binarySearch(epochMillis, time);
      return index < 0 || index >= values.length ? Double.NaN : values[index];
    }
  }

  /** A span of time in milliseconds since 1970, UTC, both ends included. */
  public record Range(long from, long to) {}

  public TimeSeries() {
    super(Zoom.Reach.ACROSS);
    getStyleClass().add("time-series");
    series.subscribe(this::changed);
    range.subscribe(this::redraw);
  }

  public ObjectProperty<List<Series>> seriesProperty() {
    return series;
  }

  /** What is selected; null when nothing is. */
  public ObjectProperty<Range> rangeProperty() {
    return range;
  }

  @Override
  public ChartTable table() {
    List<Series> now = series.get();
    int[] ends = new int[now.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = (i == 0 ? 0 : ends[i - 1]) + now.get(i).epochMillis().length;
    }
    return ChartTable.of(
        List.of(
            words().column("series", ""),
            words().column("time", ""),
            words().column("value", getYTitle())),
        ends.length == 0 ? 0 : ends[ends.length - 1],
        row -> {
          int found = 0;
          while (row >= ends[found]) {
            found++;
          }
          Series each = now.get(found);
          int index = row - (found == 0 ? 0 : ends[found - 1]);
          return List.of(
              each.name(),
              ChartTable.time(each.epochMillis()[index]),
              ChartTable.cell(each.values()[index]));
        });
  }

  @Override
  public String describe() {
    return CourseDescriptions.series(words(), getYTitle(), series.get());
  }

  @Override
  boolean isBlank() {
    return stops.length == 0;
  }

  @Override
  Axis wholeX() {
    return stops.length == 0
        ? Axis.of(Axis.Kind.TIME, 0, 0)
        : Axis.of(Axis.Kind.TIME, stops[0], stops[stops.length - 1]);
  }

  @Override
  Axis wholeY(Axis x) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Series each : shown()) {
      long[] times = each.epochMillis();
      double[] values = each.values();
      for (int i = 0; i < values.length; i++) {
        if (times[i] >= x.low() && times[i] <= x.high() && Double.isFinite(values[i])) {
          low = Math.min(low, values[i]);
          high = Math.max(high, values[i]);
        }
      }
    }
    boolean fromZero = low >= 0 && (low < 0.6 * high || low == high);
    return Axis.of(Axis.Kind.LINEAR, fromZero ? 0 : low, high).padded(0, 0.03);
  }

  @Override
  void drawMarks(Pen pen, Look look, Plot plot) {
    Range marked = draft == null ? range.get() : draft;
    if (marked != null) {
      double from = Math.max(plot.box().x(), plot.x().at(marked.from()));
      double to = Math.min(plot.box().right(), plot.x().at(marked.to()));
      if (to > from) {
        pen.rectangle(
            from,
            plot.box().y(),
            to - from,
            plot.box().height(),
            look.accent().deriveColor(0, 1, 1, 0.14));
        pen.upright(from, plot.box().y(), plot.box().bottom(), look.accent());
        pen.upright(to, plot.box().y(), plot.box().bottom(), look.accent());
      }
    }
    for (Series each : shown()) {
      MinMax.of(each.epochMillis(), each.values(), plot.x(), plot.y())
          .draw(pen, look.series(each.colour()));
    }
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
    List<Readout.Line> lines = new ArrayList<>();
    for (Series each : shown()) {
      double value = each.at(stops[stop]);
      if (Double.isFinite(value)) {
        lines.add(new Readout.Line(each.colour(), each.name(), words().value(value)));
      }
    }
    return new Readout(words().dateOrTime(stops[stop], daily), lines);
  }

  @Override
  void drawStop(Pen pen, Look look, Plot plot, int stop) {
    for (Series each : shown()) {
      double value = each.at(stops[stop]);
      if (Double.isFinite(value)) {
        double x = plot.x().at(stops[stop]);
        pen.circle(x, plot.y().at(value), 5, look.surface());
        pen.circle(x, plot.y().at(value), 3.5, look.series(each.colour()));
      }
    }
    if (anchor != NONE) {
      pen.upright(plot.x().at(anchor), plot.box().y(), plot.box().bottom(), look.accent());
    }
  }

  @Override
  void choose(int stop, boolean key) {
    if (!key) {
      return;
    }
    if (anchor == NONE) {
      anchor = stops[stop];
      redrawCursor();
    } else {
      range.set(new Range(Math.min(anchor, stops[stop]), Math.max(anchor, stops[stop])));
      anchor = NONE;
    }
  }

  @Override
  boolean drag(double fromX, double toX, boolean ended) {
    Axis x = plot().x();
    double low = Math.clamp(x.back(Math.min(fromX, toX)), x.low(), x.high());
    double high = Math.clamp(x.back(Math.max(fromX, toX)), x.low(), x.high());
    Range next = new Range(Math.round(low), Math.round(high));
    draft = ended ? null : next;
    if (ended) {
      range.set(next);
    }
    redraw();
    return true;
  }

  @Override
  boolean escape() {
    boolean had = range.get() != null || anchor != NONE;
    anchor = NONE;
    range.set(null);
    redrawCursor();
    return had;
  }

  private List<Series> shown() {
    return series.get().stream().filter(each -> names().shows(each.name(), each.colour())).toList();
  }

  private void changed() {
    List<Series> now = series.get();
    names().name(now.stream().map(each -> new Legend.Key(each.name(), each.colour())).toList());
    stops =
        now.stream()
            .flatMapToLong(each -> Arrays.stream(each.epochMillis()))
            .sorted()
            .distinct()
            .toArray();
    daily = ChartWords.daily(stops);
    anchor = NONE;
    stopsChanged();
  }
}
