package io.aisle.ui.chart;

import javafx.scene.paint.Color;

/** Draws nothing but notes how far a drawing reaches, without its clips. FX thread only. */
final class Reach implements Pen {
  /** What smooth edges take beyond their lines. */
  private static final double EDGE = 1;

  private final Fonts fonts;
  private final double scale;
  private double left = Double.POSITIVE_INFINITY;
  private double top = Double.POSITIVE_INFINITY;
  private double right = Double.NEGATIVE_INFINITY;
  private double bottom = Double.NEGATIVE_INFINITY;

  /**
   * @param scale device pixels per CSS pixel
   */
  Reach(Fonts fonts, double scale) {
    this.fonts = fonts;
    this.scale = scale;
  }

  /** What was reached inside a drawing of a size; null when nothing was. */
  Box within(double width, double height) {
    double fromX = Math.max(0, left - EDGE);
    double fromY = Math.max(0, top - EDGE);
    double toX = Math.min(width, right + EDGE);
    double toY = Math.min(height, bottom + EDGE);
    return toX > fromX && toY > fromY ? new Box(fromX, fromY, toX - fromX, toY - fromY) : null;
  }

  @Override
  public void rectangle(double x, double y, double width, double height, Color fill) {
    add(x, y, x + width, y + height, 0);
  }

  @Override
  public void frame(
      double x, double y, double width, double height, Color stroke, double thickness) {
    add(x, y, x + width, y + height, thickness);
  }

  @Override
  public void box(
      double x, double y, double width, double height, double radius, Color fill, Color stroke) {
    add(x, y, x + width, y + height, 1);
  }

  @Override
  public void line(
      double x1,
      double y1,
      double x2,
      double y2,
      Color stroke,
      double thickness,
      double... dashes) {
    add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), thickness);
  }

  @Override
  public void path(
      double[] x, double[] y, int count, Color stroke, double thickness, double... dashes) {
    for (int i = 0; i < count; i++) {
      if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
        add(x[i], y[i], x[i], y[i], thickness);
      }
    }
  }

  @Override
  public void area(double[] x, double[] top, double[] bottom, int count, Color fill) {
    for (Strip strip : Strip.of(x, top, bottom, count)) {
      path(strip.x(), strip.y(), strip.x().length, fill, 0);
    }
  }

  @Override
  public void link(double x1, double y1, double x2, double y2, Color stroke, double thickness) {
    line(x1, y1, x2, y2, stroke, thickness);
  }

  @Override
  public void circle(double x, double y, double radius, Color fill) {
    add(x - radius, y - radius, x + radius, y + radius, 0);
  }

  @Override
  public void ring(double x, double y, double radius, Color stroke, double thickness) {
    add(x - radius, y - radius, x + radius, y + radius, thickness);
  }

  @Override
  public void text(String text, double x, double y, Align align, Type type, Color fill) {
    double width = fonts.width(text, type);
    double from =
        switch (align) {
          case LEFT -> x;
          case CENTER -> x - width / 2;
          case RIGHT -> x - width;
        };
    add(from, y - type.size(), from + width, y + type.size(), 0);
  }

  @Override
  public void clipped(double x, double y, double width, double height, Runnable drawing) {
    drawing.run();
  }

  @Override
  public double snap(double at) {
    return Math.round(at * scale) / scale;
  }

  @Override
  public double hair() {
    return 1;
  }

  private void add(double x1, double y1, double x2, double y2, double thickness) {
    left = Math.min(left, x1 - thickness / 2);
    top = Math.min(top, y1 - thickness / 2);
    right = Math.max(right, x2 + thickness / 2);
    bottom = Math.max(bottom, y2 + thickness / 2);
  }
}
