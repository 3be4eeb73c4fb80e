package io.aisle.ui.shell;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Opens the menu of what has the focus by keyboard, on systems where the toolkit does not. */
final class ContextKey {
  private static final double INSET = 24;

  private ContextKey() {}

  static boolean pressed(KeyEvent event) {
    return event.getCode() == KeyCode.CONTEXT_MENU
        || event.getCode() == KeyCode.F10 && event.isShiftDown();
  }

  static void open(Scene scene) {
    Node owner = scene.getFocusOwner();
    if (owner == null) {
      return;
    }
    Node near = near(owner);
    Bounds at = near.localToScene(near.getLayoutBounds());
    Bounds onScreen = near.localToScreen(near.getLayoutBounds());
    double x = Math.min(INSET, at.getWidth() / 2);
    double y = Math.min(INSET, at.getHeight() / 2);
    Event.fireEvent(
        near,
        new ContextMenuEvent(
            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
            at.getMinX() + x,
            at.getMinY() + y,
            onScreen.getMinX() + x,
            onScreen.getMinY() + y,
            true,
            null));
  }

  /** The chosen row of a list or table, when it can be seen. */
  private static Node near(Node owner) {
    boolean rows = owner instanceof ListView || owner instanceof TableView;
    Node row = rows ? owner.lookup(".indexed-cell:selected") : null;
    return row == null ? owner : row;
  }
}
