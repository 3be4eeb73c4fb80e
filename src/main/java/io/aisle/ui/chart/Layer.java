package io.aisle.ui.chart;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;

/**
 * A canvas whose pixels are the pixels of the display. JavaFX gives a canvas the next whole number
 * of pixels for each CSS pixel (two at 150%) and shrinks it, which blurs what was crisp; so here
 * the canvas is as much smaller as its pixels are denser, and is scaled up again. FX thread only.
 */
final class Layer {
  /** A multiple of what is whole on displays of 125, 150, 175 and 200%. */
  private static final double GRAIN = 16;

  private final Canvas canvas = new Canvas();
  private final Scale enlarge = new Scale();
  private double width;
  private double height;
  private double scale = 1;
  private double left;
  private double top;

  Layer() {
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    canvas.getTransforms().setAll(enlarge);
  }

  Canvas canvas() {
    return canvas;
  }

  boolean fits(double wantedWidth, double wantedHeight, double wantedScale) {
    return width == wantedWidth && height == wantedHeight && scale == wantedScale;
  }

  /**
   * @param displayScale device pixels for each CSS pixel
   */
  void size(double newWidth, double newHeight, double displayScale) {
    width = newWidth;
    height = newHeight;
    scale = displayScale;
    double part = part();
    canvas.setWidth(width * part);
    canvas.setHeight(height * part);
    enlarge.setX(1 / part);
    enlarge.setY(1 / part);
  }

  /**
   * Covers a part of the chart; somewhat more, so that pixels stay whole and a box of another size
   * does not always need another picture.
   */
  void cover(Box box, double displayScale) {
    left = Math.floor(box.x() / GRAIN) * GRAIN;
    top = Math.floor(box.y() / GRAIN) * GRAIN;
    double wide = Math.ceil((box.right() - left) / GRAIN) * GRAIN;
    double high = Math.ceil((box.bottom() - top) / GRAIN) * GRAIN;
    canvas.setTranslateX(left); // the layout's own place would ask the parents for a new layout
    canvas.setTranslateY(top);
    if (!fits(wide, high, displayScale)) {
      size(wide, high, displayScale);
    }
  }

  /** A pen for the empty layer, in CSS pixels of the chart. */
  Pen blank(Fonts fonts) {
    double part = part();
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setTransform(part, 0, 0, part, -left * part, -top * part);
    graphics.clearRect(left, top, width, height);
    return new CanvasPen(graphics, fonts, scale);
  }

  /** The canvas' size as a share of what it shows. */
  private double part() {
    return scale == Math.rint(scale) ? 1 : scale / density();
  }

  /** Pixels that JavaFX gives a canvas for each of its units: by the densest display there is. */
  private static double density() {
    return Math.ceil(
        Screen.getScreens().stream()
            .mapToDouble(screen -> Math.max(screen.getOutputScaleX(), screen.getOutputScaleY()))
            .max()
            .orElse(1));
  }

  /** The greatest size up to the given one that is whole in CSS pixels and on the display. */
  static double whole(double size, double scale) {
    double most = Math.floor(size);
    for (double each = most; each > most - 8; each--) {
      if (Math.abs(each * scale - Math.rint(each * scale)) < 1e-6) {
        return Math.max(0, each);
      }
    }
    return most;
  }
}
