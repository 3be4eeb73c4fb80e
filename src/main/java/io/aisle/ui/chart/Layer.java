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
  private final Canvas canvas = new Canvas();
  private final Scale enlarge = new Scale();
  private double width;
  private double height;
  private double scale = 1;

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

  /** A pen for the empty layer, in CSS pixels. */
  Pen blank(Fonts fonts) {
    double part = part();
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setTransform(part, 0, 0, part, 0, 0);
    graphics.clearRect(0, 0, width, height);
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
