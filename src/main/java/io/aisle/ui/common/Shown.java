package io.aisle.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows nodes on a condition. FX thread only. */
public final class Shown {
  private Shown() {}

  /** Shows a node while something holds; else it takes no place. */
  public static void when(Node node, ObservableValue<? extends Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }
}
