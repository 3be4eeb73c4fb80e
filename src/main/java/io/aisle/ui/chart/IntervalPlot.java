package io.aisle.ui.chart;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;

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
    setMinSize(80, 20);
    interval.subscribe(this::redraw);
  }

  public ObjectProperty<Interval> intervalProperty() {
    return interval;
  }

  @Override
  protected void draw(GraphicsContext graphics, double width, double height) {
    Interval shown = interval.get();
    if (shown == null) {
      return;
    }
    Scale x = Scale.of(shown.from(), shown.to(), PAD, width - PAD);
    double middle = Math.round(height / 2);
    if (!Double.isNaN(shown.reference())) {
      graphics.setStroke(muted());
      graphics.setLineWidth(1);
      graphics.setLineDashes(2, 2);
      double at = Math.round(x.at(shown.reference())) + 0.5;
      graphics.strokeLine(at, 0, at, height);
      graphics.setLineDashes();
    }
    graphics.setStroke(series(shown.colour()));
    graphics.setFill(series(shown.colour()));
    if (!Double.isNaN(shown.low())) {
      graphics.setLineWidth(2.5);
      graphics.strokeLine(x.at(shown.low()), middle, x.at(shown.high()), middle);
    }
    graphics.fillOval(x.at(shown.mean()) - 4, middle - 4, 8, 8);
  }
}
