package io.aisle.ui.common;

import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * The one way into the clipboard, so that all that leaves the program by it can be listed. Rows
 * come here through a {@link RowGate}. FX thread only.
 */
public final class Clips {
  private Clips() {}

  public static void put(String words) {
    ClipboardContent content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }

  public static void put(Image picture) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(picture);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
