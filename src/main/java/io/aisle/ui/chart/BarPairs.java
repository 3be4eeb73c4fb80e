package io.aisle.ui.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Two bars for each name, each kind scaled by its own largest absolute value; what is negative runs
 * to the left of the axis. A kind may be absent (NaN). FX thread only.
 */
public final class BarPairs extends CanvasChart {
  private static final double ROW = 26;
  private static final double BAR = 8;
  private static final double NAMES = 0.46;

  private final ObjectProperty<List<Pair>> pairs = new SimpleObjectProperty<>(List.of());
  private final Elide elide = new Elide(Font.font("Inter", 11));

  /** The two values of a name; NaN when there is none. */
  public record Pair(String name, double first, double second) {}

  public BarPairs() {
    getStyleClass().add("bar-pairs");
    pairs.subscribe(this::redraw);
  }

  public ObjectProperty<List<Pair>> pairsProperty() {
    return pairs;
  }

  @Override
  protected double computePrefHeight(double width) {
    return pairs.get().size() * ROW + 4;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void draw(GraphicsContext graphics, double width, double height) {
    List<Pair> shown = pairs.get();
    double names = width * NAMES;
    double room = width - names - 8;
    double first = shown.stream().mapToDouble(Pair::first).map(Math::abs).max().orElse(1);
    double second = shown.stream().mapToDouble(Pair::second).map(Math::abs).max().orElse(1);
    double left = left(shown, first, second);
    double reach = room / (1 + left);
    double zero = names + reach * left;
    for (int row = 0; row < shown.size(); row++) {
      Pair pair = shown.get(row);
      double y = row * ROW + (ROW - 2 * BAR) / 2;
      graphics.setFill(muted());
      graphics.setTextAlign(TextAlignment.RIGHT);
      graphics.fillText(elide.fit(pair.name(), names - 12), names - 8, row * ROW + ROW / 2);
      boolean both = !Double.isNaN(pair.first()) && !Double.isNaN(pair.second());
      bar(graphics, 0, zero, reach * pair.first() / first, both ? y : y + BAR / 2);
      bar(graphics, 1, zero, reach * pair.second() / second, both ? y + BAR : y + BAR / 2);
    }
  }

  /** The longest bar that runs to the left, as a share of the longest to the right. */
  private static double left(List<Pair> shown, double first, double second) {
    return shown.stream()
        .flatMapToDouble(pair -> DoubleStream.of(-pair.first() / first, -pair.second() / second, 0))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private void bar(GraphicsContext graphics, int kind, double zero, double length, double y) {
    if (Double.isFinite(length)) {
      graphics.setFill(series(kind));
      graphics.fillRect(length < 0 ? zero + length : zero, y, Math.abs(length), BAR - 1);
    }
  }
}
