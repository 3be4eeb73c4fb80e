package io.aisle.ui.chart;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Cells side by side, each of one colour; made once and drawn often. A canvas draws them as one
 * picture with a pixel for each cell, which takes as long for 40,000 cells as for a few. FX thread
 * only.
 */
final class Tiles {
  private final int rows;
  private final int columns;
  private final int[] argb;
  private Image image;

  /**
   * @param argb {@code [row * columns + column]}, alpha in the highest byte; 0 is blank
   */
  Tiles(int rows, int columns, int[] argb) {
    this.rows = rows;
    this.columns = columns;
    this.argb = argb;
  }

  /** Some of the cells: rows and columns from a first up to, without, a last. */
  record Part(int top, int bottom, int left, int right) {
    int cells() {
      return Math.max(0, bottom - top) * Math.max(0, right - left);
    }
  }

  /** The colour of a cell; 0 is blank. */
  int argb(int row, int column) {
    return argb[row * columns + column];
  }

  /** A pixel for each cell. */
  Image image() {
    if (image == null) {
      WritableImage drawn = new WritableImage(columns, rows);
      drawn
          .getPixelWriter()
          .setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
      image = drawn;
    }
    return image;
  }
}
