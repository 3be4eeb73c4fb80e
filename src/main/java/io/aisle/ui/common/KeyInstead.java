package io.aisle.ui.common;

import javafx.scene.Node;

/**
 * Takes a control out of the way of the Tab key where another key does the same, and says so: in a
 * long list a stop in each row would be in the way. FX thread only.
 */
public final class KeyInstead {
  private KeyInstead() {}

  /**
   * @param key as it is written on the keyboard, such as {@code F1}
   */
  public static void of(Node control, String key, Texts texts) {
    control.setFocusTraversable(false);
    control.setAccessibleHelp(texts.of("key.instead", key));
  }
}
