package io.aisle.ui.journey;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;

/**
 * Finds words that the window cuts off: shortened with an ellipsis, or outside what can be seen.
 * What comes from data may be longer than any room and is left out: cells of lists and tables, and
 * nodes of the style class {@code data-text}. FX thread only.
 */
final class TextFit {
  private static final double SLACK = 1.5;

  private TextFit() {}

  /** A sentence for each text that is cut; empty when all can be read. */
  static List<String> cut(Scene scene) {
    List<String> found = new ArrayList<>();
    look(scene.getRoot(), new Area(0, 0, scene.getWidth(), scene.getHeight()), found);
    return found;
  }

  private record Area(double x, double y, double toX, double toY) {}

  private static void look(Node node, Area seen, List<String> found) {
    if (!node.isVisible() || node instanceof IndexedCell || isData(node)) {
      return;
    }
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isBlank()) {
      check(labeled, seen, found);
    }
    Area below = scrolls(node) ? null : seen;
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, below, found));
    }
  }

  private static boolean isData(Node node) {
    return node.getStyleClass().contains("data-text");
  }

  /** What lies in it can be scrolled to. */
  private static boolean scrolls(Node node) {
    return node instanceof ScrollPane;
  }

  private static void check(Labeled labeled, Area seen, List<String> found) {
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child instanceof Text text && !text.getText().equals(labeled.getText())) {
        String mark = labeled.getEllipsisString();
        boolean shortened = text.getText().endsWith(mark) && !labeled.getText().endsWith(mark);
        if (shortened) {
          found.add("\"%s\" is shortened to \"%s\"".formatted(labeled.getText(), text.getText()));
          return;
        }
      }
    }
    if (seen == null) {
      return;
    }
    Bounds place = labeled.localToScene(labeled.getLayoutBounds());
    boolean outside =
        place.getMinX() < seen.x() - SLACK
            || place.getMinY() < seen.y() - SLACK
            || place.getMaxX() > seen.toX() + SLACK
            || place.getMaxY() > seen.toY() + SLACK;
    if (outside) {
      found.add("\"%s\" lies outside of the window".formatted(labeled.getText()));
    }
  }
}
