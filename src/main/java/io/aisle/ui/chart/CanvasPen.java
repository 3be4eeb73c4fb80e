package io.aisle.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas. FX thread only. */
final class CanvasPen implements Pen {
  private static final double BEND = 0.5;

  /** Tiles that are drawn one by one: so few are large, and a picture must not be blown up far. */
  private static final int FEW_TILES = 400;

  private final GraphicsContext graphics;
  private final Fonts fonts;
  private final double scale;

  /**
   * @param scale device pixels per CSS pixel
   */
  CanvasPen(GraphicsContext graphics, Fonts fonts, double scale) {
    this.graphics = graphics;
    this.fonts = fonts;
    this.scale = scale;
    graphics.setTextBaseline(VPos.CENTER);
  }

  @Override
  public void rectangle(double x, double y, double width, double height, Color fill) {
    graphics.setFill(fill);
    graphics.fillRect(x, y, width, height);
  }

  /** As one picture: tens of thousands of rectangles would take many frames. */
  @Override
  public void dots(Box area, double[] x, double[] y, int[] argb, double side) {
    Pixels pixels = new Pixels(area, scale);
    for (int i = 0; i < argb.length; i++) {
      if (argb[i] != 0) {
        pixels.square(x[i], y[i], side, argb[i]);
      }
    }
    pixels.draw(graphics);
  }

  @Override
  public void frame(
      double x, double y, double width, double height, Color stroke, double thickness) {
    stroke(stroke, thickness);
    graphics.strokeRect(x, y, width, height);
  }

  @Override
  public void box(
      double x, double y, double width, double height, double radius, Color fill, Color stroke) {
    graphics.setFill(fill);
    graphics.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    stroke(stroke, 1);
    graphics.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
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
    stroke(stroke, thickness, dashes);
    graphics.strokeLine(x1, y1, x2, y2);
  }

  @Override
  public void path(
      double[] x, double[] y, int count, Color stroke, double thickness, double... dashes) {
    stroke(stroke, thickness, dashes);
    graphics.beginPath();
    boolean down = false;
    for (int i = 0; i < count; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        down = false;
      } else if (down) {
        graphics.lineTo(x[i], y[i]);
      } else {
        graphics.moveTo(x[i], y[i]);
        down = true;
      }
    }
    graphics.stroke();
  }

  @Override
  public void area(double[] x, double[] top, double[] bottom, int count, Color fill) {
    graphics.setFill(fill);
    for (Strip strip : Strip.of(x, top, bottom, count)) {
      graphics.fillPolygon(strip.x(), strip.y(), strip.x().length);
    }
  }

  @Override
  public void link(double x1, double y1, double x2, double y2, Color stroke, double thickness) {
    double middle = x1 + (x2 - x1) * BEND;
    stroke(stroke, thickness);
    graphics.beginPath();
    graphics.moveTo(x1, y1);
    graphics.bezierCurveTo(middle, y1, middle, y2, x2, y2);
    graphics.stroke();
  }

  @Override
  public void circle(double x, double y, double radius, Color fill) {
    graphics.setFill(fill);
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void ring(double x, double y, double radius, Color stroke, double thickness) {
    stroke(stroke, thickness);
    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void text(String text, double x, double y, Align align, Type type, Color fill) {
    graphics.setFont(fonts.of(type));
    graphics.setFill(fill);
    if (Tabular.isNumber(text)) {
      figures(text, x, snap(y), align, type);
      return;
    }
    graphics.setTextAlign(
        switch (align) {
          case LEFT -> TextAlignment.LEFT;
          case CENTER -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    graphics.fillText(text, x, snap(y));
  }

  private void figures(String number, double x, double y, Align align, Type type) {
    double width = fonts.width(number, type);
    double at =
        switch (align) {
          case LEFT -> x;
          case CENTER -> x - width / 2;
          case RIGHT -> x - width;
        };
    graphics.setTextAlign(TextAlignment.CENTER);
    for (int i = 0; i < number.length(); i++) {
      double place = fonts.place(number.charAt(i), type);
      graphics.fillText(number.substring(i, i + 1), at + place / 2, y);
      at += place;
    }
  }

  @Override
  public void clipped(double x, double y, double width, double height, Runnable drawing) {
    graphics.save();
    graphics.beginPath();
    graphics.rect(x, y, width, height);
    graphics.clip();
    drawing.run();
    graphics.restore();
  }

  @Override
  public void tiles(Tiles tiles, Tiles.Part part, double x, double y, double width, double height) {
    if (part.cells() <= FEW_TILES) {
      Pen.super.tiles(tiles, part, x, y, width, height);
      return;
    }
    int columns = part.right() - part.left();
    int rows = part.bottom() - part.top();
    graphics.setImageSmoothing(false);
    graphics.drawImage(
        tiles.image(),
        part.left(),
        part.top(),
        columns,
        rows,
        x + part.left() * width,
        y + part.top() * height,
        columns * width,
        rows * height);
  }

  @Override
  public double snap(double at) {
    return Math.round(at * scale) / scale;
  }

  @Override
  public double hair() {
    return Math.max(1, Math.floor(scale + 0.01)) / scale;
  }

  private void stroke(Color stroke, double thickness, double... dashes) {
    graphics.setStroke(stroke);
    graphics.setLineWidth(thickness);
    graphics.setLineDashes(dashes);
  }
}
