package io.aisle.ui.dataset;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Nodes that stay out of the scene until they are to be seen for the first time: what is hidden
 * costs styles and layout all the same. FX thread only.
 */
final class Late {
  private Late() {}

  /** Shows a node when a condition holds. */
  static void show(Node node, ObservableValue<Boolean> when) {
    Pane parent = (Pane) node.getParent();
    parent.getChildren().remove(node);
    node.getProperties().put(Late.class, when); // nobody else holds a condition that is computed
    when.subscribe(
        shown -> {
          if (shown && node.getParent() == null) {
            parent.getChildren().add(node);
          }
          node.setVisible(shown);
        });
  }
}
