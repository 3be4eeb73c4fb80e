package io.aisle.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A picture that is filled pixel by pixel and then drawn at once. FX thread only. */
final class Pixels {
  private final Box area;
  private final double scale;
  private final int width;
  private final int height;
  private final int[] argb;

  /**
   * @param scale device pixels for each CSS pixel
   */
  Pixels(Box area, double scale) {
    this.area = area;
    this.scale = scale;
    this.width = Math.max(1, (int) Math.ceil(area.width() * scale));
    this.height = Math.max(1, (int) Math.ceil(area.height() * scale));
    this.argb = new int[width * height];
  }

  /** A square around a place, as far as it lies in the area. */
  void square(double x, double y, double side, int colour) {
    int pixels = Math.max(1, (int) Math.round(side * scale));
    int left = (int) Math.round((x - area.x()) * scale - pixels / 2.0);
    int top = (int) Math.round((y - area.y()) * scale - pixels / 2.0);
    for (int row = Math.max(0, top); row < Math.min(height, top + pixels); row++) {
      for (int at = Math.max(0, left); at < Math.min(width, left + pixels); at++) {
        argb[row * width + at] = colour;
      }
    }
  }

  void draw(GraphicsContext graphics) {
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    boolean smooth = graphics.isImageSmoothing();
    graphics.setImageSmoothing(false);
    graphics.drawImage(image, area.x(), area.y(), width / scale, height / scale);
    graphics.setImageSmoothing(smooth);
  }
}
