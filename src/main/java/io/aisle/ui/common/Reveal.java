package io.aisle.ui.common;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls what a pane holds so that one of its nodes is seen. FX thread only. */
public final class Reveal {
  private Reveal() {}

  /** Does nothing when the node is seen already, or lies elsewhere. */
  public static void in(ScrollPane scroll, Node node) {
    Node content = scroll.getContent();
    Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double height = place.getHeight();
    double view = scroll.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - view;
    double top = scroll.getVvalue() * hidden;
    if (hidden > 0 && (place.getMinY() < top || place.getMaxY() > top + view)) {
      double wanted =
          place.getMinY() < top ? place.getMinY() - height : place.getMaxY() + height - view;
      scroll.setVvalue(Math.clamp(wanted / hidden, 0, 1));
    }
  }
}
