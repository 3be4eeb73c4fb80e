package io.aisle.ui.shell;

import io.aisle.ui.common.FxThread;
import io.aisle.ui.common.View;
import io.aisle.ui.common.ViewLoader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Panels that lie over the screens. Each is loaded when it is first opened; the one that was opened
 * last is closed first, and the focus goes back to where it was. FX thread only.
 */
final class Layers {
  private final StackPane window;
  private final VBox corner;
  private final ViewLoader views;
  private final Map<View, Node> loaded = new EnumMap<>(View.class);
  private final Deque<Open> open = new ArrayDeque<>();

  private final ChangeListener<Node> guard = (property, was, is) -> FxThread.later(this::hold);

  private record Open(BooleanProperty panel, Node layer, Node focusedBefore) {}

  /**
   * @param corner where panels lie that stay open while one works
   */
  Layers(StackPane window, VBox corner, ViewLoader views) {
    this.window = window;
    this.corner = corner;
    this.views = views;
  }

  /** A panel that a click beside it closes. */
  void light(BooleanProperty panel, View view, Pos place) {
    keep(panel, view, window, () -> backdrop(panel, view, place));
  }

  /** A panel in the corner that stays until it is closed. */
  void lasting(BooleanProperty panel, View view) {
    keep(panel, view, corner, () -> views.load(view));
  }

  private void keep(BooleanProperty panel, View view, Pane parent, Supplier<Node> make) {
    panel.subscribe(
        (before, shown) -> {
          if (shown) {
            Node layer = loaded.get(view);
            if (layer == null) {
              layer = make.get();
              loaded.put(view, layer);
            }
            open.push(new Open(panel, layer, window.getScene().getFocusOwner()));
            parent.getChildren().add(layer);
            Areas.focusInto(layer);
            if (parent.equals(window)) {
              window.getScene().focusOwnerProperty().addListener(guard);
            }
          } else {
            close(panel, parent);
          }
        });
  }

  /** What is covered cannot be reached by key. */
  private void hold() {
    if (!open.isEmpty()) {
      Node layer = open.peek().layer();
      if (window.equals(layer.getParent()) && !Areas.holdsFocus(layer)) {
        layer.requestFocusTraversal(TraversalDirection.NEXT); // as by key: the ring shows
        if (!Areas.holdsFocus(layer)) {
          Areas.focusInto(layer);
        }
      }
    }
  }

  private Node backdrop(BooleanProperty panel, View view, Pos place) {
    Parent content = views.load(view);
    StackPane backdrop = new StackPane(content);
    backdrop.getStyleClass().add("backdrop");
    StackPane.setAlignment(content, place);
    backdrop.setOnMousePressed(
        event -> {
          if (backdrop.equals(event.getTarget())) {
            panel.set(false);
          }
        });
    return backdrop;
  }

  private void close(BooleanProperty panel, Pane parent) {
    for (Open each : open) {
      if (each.panel().equals(panel)) {
        boolean inside = Areas.holdsFocus(each.layer());
        if (parent.equals(window)) {
          window.getScene().focusOwnerProperty().removeListener(guard);
        }
        parent.getChildren().remove(each.layer());
        if (inside && each.focusedBefore() != null) {
          each.focusedBefore().requestFocus();
        }
        open.remove(each);
        return;
      }
    }
  }

  /** The panel that was opened last; null when none is open. */
  BooleanProperty top() {
    return open.isEmpty() ? null : open.peek().panel();
  }
}
