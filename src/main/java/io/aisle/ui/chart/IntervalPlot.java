package io.aisle.ui.chart;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Tooltip;

/**
 * A mean with its interval on a scale that all rows of a table share, beside a dotted line at the
 * reference. FX thread only.
 */
public final class IntervalPlot extends CanvasChart {
  private static final double PAD = 8;

  private final ObjectProperty<Interval> interval = new SimpleObjectProperty<>();

  /**
   * What is drawn.
   *
   * @param colour number of the series colour
   * @param from value at the left edge
   * @param to value at the right edge
   */
  public record Interval(
      int colour, double low, double mean, double high, double reference, double from, double to) {}

  public IntervalPlot() {
    super(Zoom.Reach.NONE);
    setMinSize(80, 20);
    interval.subscribe(this::redraw);
    Tooltip tooltip = new Tooltip();
    tooltip.setOnShowing(event -> tooltip.setText(describe()));
    Tooltip.install(this, tooltip);
  }

  public ObjectProperty<Interval> intervalProperty() {
    return interval;
  }

  @Override
  public ChartTable table() {
    Interval shown = interval.get();
    List<String> header =
        Stream.of("low", "mean", "high", "reference")
            .map(word -> words().column(word, ""))
            .toList();
    return shown == null
        ? new ChartTable(header, List.of())
        : new ChartTable(
            header,
            List.of(
                List.of(
                    ChartTable.cell(shown.low()),
                    ChartTable.cell(shown.mean()),
                    ChartTable.cell(shown.high()),
                    ChartTable.cell(shown.reference()))));
  }

  @Override
  public String describe() {
    return Descriptions.interval(words(), interval.get());
  }

  @Override
  boolean isBlank() {
    return false; // a cell of a table without an interval is just empty
  }

  @Override
  protected void draw(Pen pen, double width, double height) {
    Interval shown = interval.get();
    if (shown == null) {
      return;
    }
    Look look = look();
    Scale x = Scale.of(shown.from(), shown.to(), PAD, width - PAD);
    double middle = Math.round(height / 2);
    if (!Double.isNaN(shown.reference())) {
      double at = pen.snap(x.at(shown.reference())) + pen.hair() / 2;
      pen.line(at, 0, at, height, look.muted(), pen.hair(), 2, 2);
    }
    if (!Double.isNaN(shown.low())) {
      double low = x.at(shown.low());
      pen.line(low, middle, x.at(shown.high()), middle, look.series(shown.colour()), 2.5);
    }
    if (!Double.isNaN(shown.mean())) {
      pen.circle(x.at(shown.mean()), middle, 4, look.series(shown.colour()));
    }
  }
}
