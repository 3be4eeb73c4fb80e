package io.aisle.ui.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** Turns pictures into PNG files. Any thread, for images that no longer change. */
final class Png {
  private Png() {}

  static byte[] of(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, "png", file)) {
      throw new IOException("this Java cannot write PNG files");
    }
    return file.toByteArray();
  }
}
