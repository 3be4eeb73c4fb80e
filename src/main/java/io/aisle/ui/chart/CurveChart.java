package io.aisle.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/** Lines over epochs, one for each run; the mouse reads off the nearest epoch. FX thread only. */
public final class CurveChart extends CanvasChart {
  private static final double LEFT = 52;
  private static final double BOTTOM = 22;
  private static final double TOP = 10;
  private static final double RIGHT = 12;
  private static final int TICKS = 4;

  private final ObjectProperty<List<Curve>> curves = new SimpleObjectProperty<>(List.of());
  private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper("");
  private OptionalDouble pointer = OptionalDouble.empty();

  /**
   * A line.
   *
   * @param colour number of its series colour
   * @param values value of epoch 1, 2, ...; NaN leaves a gap
   */
  public record Curve(String name, int colour, double[] values) {}

  public CurveChart() {
    getStyleClass().add("curve-chart");
    setMinSize(120, 90);
    curves.subscribe(this::redraw);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(OptionalDouble.of(event.getX())));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(OptionalDouble.empty()));
  }

  public ObjectProperty<List<Curve>> curvesProperty() {
    return curves;
  }

  /** The values at the pointer's epoch, in words; empty when the pointer is elsewhere. */
  public ReadOnlyStringProperty readoutProperty() {
    return readout.getReadOnlyProperty();
  }

  @Override
  protected void draw(GraphicsContext graphics, double width, double height) {
    Scale x = across(width);
    Scale y = up(height);
    drawGrid(graphics, x, y, width, height);
    for (Curve curve : curves.get()) {
      drawCurve(graphics, curve, x, y);
    }
    pointer.ifPresent(
        at -> {
          double epoch = x.at(nearest(at));
          graphics.setStroke(muted());
          graphics.setLineWidth(1);
          graphics.strokeLine(epoch, TOP, epoch, height - BOTTOM);
        });
  }

  private void drawGrid(GraphicsContext graphics, Scale x, Scale y, double width, double height) {
    graphics.setLineWidth(1);
    graphics.setStroke(grid());
    graphics.setFill(muted());
    graphics.setTextAlign(TextAlignment.RIGHT);
    String format = "%." + y.decimals(TICKS) + "f";
    for (double tick : y.ticks(TICKS)) {
      double at = Math.round(y.at(tick)) + 0.5;
      graphics.strokeLine(LEFT, at, width - RIGHT, at);
      graphics.fillText(format.formatted(tick), LEFT - 8, at);
    }
    graphics.setTextAlign(TextAlignment.CENTER);
    for (double tick : x.ticks(6)) {
      if (tick == Math.rint(tick)) {
        graphics.fillText("%.0f".formatted(tick), x.at(tick), height - BOTTOM / 2);
      }
    }
  }

  private void drawCurve(GraphicsContext graphics, Curve curve, Scale x, Scale y) {
    graphics.setStroke(series(curve.colour()));
    graphics.setFill(series(curve.colour()));
    graphics.setLineWidth(2);
    double[] values = curve.values();
    int last = -1;
    graphics.beginPath();
    for (int epoch = 0; epoch < values.length; epoch++) {
      if (Double.isFinite(values[epoch])) {
        double px = x.at(epoch + 1);
        double py = y.at(values[epoch]);
        if (last < 0) {
          graphics.moveTo(px, py);
        } else {
          graphics.lineTo(px, py);
        }
        last = epoch;
      }
    }
    graphics.stroke();
    if (last >= 0) {
      graphics.fillOval(x.at(last + 1) - 3, y.at(values[last]) - 3, 6, 6);
    }
  }

  private Scale across(double width) {
    int epochs = epochs();
    return new Scale(1, Math.max(2, epochs), LEFT + 4, width - RIGHT - 4);
  }

  private Scale up(double height) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves.get()) {
      for (double value : curve.values()) {
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    return Scale.of(low, high, height - BOTTOM, TOP);
  }

  private int epochs() {
    return curves.get().stream().mapToInt(curve -> curve.values().length).max().orElse(0);
  }

  private int nearest(double pixel) {
    long epoch = Math.round(across(getWidth()).back(pixel));
    return Math.clamp(epoch, 1, Math.max(1, epochs()));
  }

  private void point(OptionalDouble pixel) {
    pointer = pixel;
    readout.set(pixel.isEmpty() || epochs() == 0 ? "" : words(nearest(pixel.getAsDouble())));
    redraw();
  }

  private String words(int epoch) {
    StringBuilder words = new StringBuilder().append(epoch).append(':');
    for (Curve curve : curves.get()) {
      if (epoch <= curve.values().length && Double.isFinite(curve.values()[epoch - 1])) {
        words
            .append("  ")
            .append(curve.name())
            .append(' ')
            .append(String.format(Locale.ROOT, "%.4f", curve.values()[epoch - 1]));
      }
    }
    return words.toString();
  }
}
