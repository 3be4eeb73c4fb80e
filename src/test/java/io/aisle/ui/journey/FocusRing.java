package io.aisle.ui.journey;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/**
 * How a control and what lies close around it look while it has the focus. FX thread only.
 *
 * @param place what of the window was looked at
 */
record FocusRing(WritableImage look, Rectangle2D place) {
  /** A ring may lie around its control. */
  private static final double AROUND = 4;

  /** What one sees: a short line. */
  private static final int PIXELS = 12;

  /** Smallest change of one channel, of 255, that counts. */
  private static final int CHANGE = 24;

  static FocusRing of(Node node) {
    Rectangle2D place = place(node);
    return new FocusRing(look(node.getScene(), place), place);
  }

  /** Whether the control looks otherwise now; true when it has gone or moved. */
  boolean differs(Node node) {
    if (node.getScene() == null || !Controls.isShown(node) || !place(node).equals(place)) {
      return true;
    }
    PixelReader before = look.getPixelReader();
    PixelReader now = look(node.getScene(), place).getPixelReader();
    int changed = 0;
    for (int y = 0; y < (int) look.getHeight(); y++) {
      for (int x = 0; x < (int) look.getWidth(); x++) {
        if (far(before.getArgb(x, y), now.getArgb(x, y))) {
          changed++;
        }
      }
    }
    return changed >= PIXELS;
  }

  private static boolean far(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 255) - (other >> shift & 255)) >= CHANGE) {
        return true;
      }
    }
    return false;
  }

  private static Rectangle2D place(Node node) {
    Bounds at = node.localToScene(node.getLayoutBounds());
    Scene scene = node.getScene();
    double left = Math.max(0, Math.floor(at.getMinX() - AROUND));
    double top = Math.max(0, Math.floor(at.getMinY() - AROUND));
    double right = Math.min(scene.getWidth(), at.getMaxX() + AROUND);
    double bottom = Math.min(scene.getHeight(), at.getMaxY() + AROUND);
    return new Rectangle2D(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static WritableImage look(Scene scene, Rectangle2D place) {
    SnapshotParameters only = new SnapshotParameters();
    only.setViewport(place);
    return scene.getRoot().snapshot(only, null);
  }
}
