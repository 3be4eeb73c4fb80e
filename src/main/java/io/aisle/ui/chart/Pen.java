package io.aisle.ui.chart;

import javafx.scene.paint.Color;

/**
 * What a chart draws with: the same drawing goes to the screen ({@link CanvasPen}) and to a file
 * ({@link SvgPen}). Lengths are CSS pixels, y grows downwards. FX thread only.
 */
public interface Pen {
  /** Which end of a text is at its x. */
  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  void rectangle(double x, double y, double width, double height, Color fill);

  /** The outline of a rectangle. */
  void frame(double x, double y, double width, double height, Color stroke, double thickness);

  /** A filled and outlined rectangle with round corners. */
  void box(
      double x, double y, double width, double height, double radius, Color fill, Color stroke);

  void line(
      double x1, double y1, double x2, double y2, Color stroke, double thickness, double... dashes);

  /** A line through the first {@code count} points; one that is not finite breaks it. */
  void path(double[] x, double[] y, int count, Color stroke, double thickness, double... dashes);

  /**
   * Fills what lies between two lines over the same x; where a number is not finite, it breaks.
   *
   * @param count points of both lines
   */
  void area(double[] x, double[] top, double[] bottom, int count, Color fill);

  /** An S from one point to another that leaves and arrives level. */
  void link(double x1, double y1, double x2, double y2, Color stroke, double thickness);

  void circle(double x, double y, double radius, Color fill);

  /**
   * Many small squares, the later ones over the earlier.
   *
   * @param area what they lie in
   * @param argb colour of each, opaque; 0 for one that is not drawn
   */
  default void dots(Box area, double[] x, double[] y, int[] argb, double side) {
    for (int i = 0; i < argb.length; i++) {
      if (argb[i] != 0 && area.holds(x[i], y[i])) {
        int rgb = argb[i];
        Color fill = Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
        rectangle(x[i] - side / 2, y[i] - side / 2, side, side, fill);
      }
    }
  }

  void ring(double x, double y, double radius, Color stroke, double thickness);

  /** A text whose middle line is at {@code y}. */
  void text(String text, double x, double y, Align align, Type type, Color fill);

  /** Draws what stays inside a rectangle. */
  void clipped(double x, double y, double width, double height, Runnable drawing);

  /** The edge between device pixels that is nearest. */
  double snap(double at);

  /** The thickness of the thinnest line that is as dark as it should be: about one pixel. */
  double hair();

  /** A crisp level line, one pixel thick. */
  default void level(double x1, double x2, double y, Color colour) {
    double from = snap(x1);
    rectangle(from, snap(y - hair() / 2), snap(x2) - from, hair(), colour);
  }

  /** A crisp upright line, one pixel thick. */
  default void upright(double x, double y1, double y2, Color colour) {
    double from = snap(y1);
    rectangle(snap(x - hair() / 2), from, hair(), snap(y2) - from, colour);
  }

  /**
   * Some cells of a whole; those that are blank stay as they are.
   *
   * @param x left edge of the whole
   * @param y upper edge of the whole
   * @param width of each cell
   * @param height of each cell
   */
  default void tiles(
      Tiles tiles, Tiles.Part part, double x, double y, double width, double height) {
    for (int row = part.top(); row < part.bottom(); row++) {
      for (int column = part.left(); column < part.right(); column++) {
        int argb = tiles.argb(row, column);
        if (argb != 0) {
          Color fill = Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
          crisp(x + column * width, y + row * height, width, height, fill);
        }
      }
    }
  }

  /** A rectangle whose edges are edges of device pixels. */
  default void crisp(double x, double y, double width, double height, Color fill) {
    double left = snap(x);
    double top = snap(y);
    rectangle(left, top, snap(x + width) - left, snap(y + height) - top, fill);
  }
}
