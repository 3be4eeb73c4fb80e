package io.aisle.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;

/** The areas of the window that F6 goes through. FX thread only. */
final class Areas {
  private final List<Node> areas;

  /**
   * @param areas in their order
   */
  Areas(List<Node> areas) {
    this.areas = List.copyOf(areas);
  }

  /**
   * Goes to the next area in which something can have the focus.
   *
   * @param step 1 forwards, -1 backwards
   */
  void go(int step) {
    int now = 0;
    for (int area = 0; area < areas.size(); area++) {
      if (holdsFocus(areas.get(area))) {
        now = area;
      }
    }
    for (int moved = 1; moved <= areas.size(); moved++) {
      Node area = areas.get(Math.floorMod(now + step * moved, areas.size()));
      if (focusInto(area)) {
        return;
      }
    }
  }

  static boolean holdsFocus(Node area) {
    for (Node at = area.getScene() == null ? null : area.getScene().getFocusOwner();
        at != null;
        at = at.getParent()) {
      if (at.equals(area)) {
        return true;
      }
    }
    return false;
  }

  /** Gives the focus to the chosen button of a group, else to the first that can have it. */
  static boolean focusInto(Node area) {
    Node target = first(area, true);
    target = target == null ? first(area, false) : target;
    if (target == null) {
      return false;
    }
    target.requestFocus();
    return true;
  }

  private static Node first(Node node, boolean onlyChosen) {
    if (!node.isVisible() || node.isDisabled()) {
      return null;
    }
    boolean fits =
        !onlyChosen
            || node instanceof ToggleButton toggle
                && toggle.isSelected()
                && toggle.getStyleClass().contains("screen-button");
    if (node.isFocusTraversable() && fits) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = first(child, onlyChosen);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
