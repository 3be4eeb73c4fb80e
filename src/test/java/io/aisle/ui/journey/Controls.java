package io.aisle.ui.journey;

import io.aisle.ui.chart.CanvasChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.TableHeaderRow;

/** What of a window a person works with. FX thread only. */
final class Controls {
  private Controls() {}

  /** The controls and charts that are shown and enabled, in their order. */
  static List<Node> of(Parent root) {
    List<Node> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || node.isDisabled() || isPart(node)) {
      return;
    }
    boolean control = isControl(node);
    if (control && node.getLayoutBounds().getWidth() > 0) {
      found.add(node);
    }
    if (node instanceof Parent parent && (!control || holdsOthers(node))) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** Parts of controls that do nothing that keys do not do otherwise. */
  private static boolean isPart(Node node) {
    return node instanceof ScrollBar
        || node instanceof TableHeaderRow
        || node instanceof CanvasChart && node.getParent() instanceof IndexedCell;
  }

  private static boolean holdsOthers(Node node) {
    return node instanceof ListView || node instanceof TableView || node instanceof TabPane;
  }

  static boolean isControl(Node node) {
    return switch (node) {
      case ButtonBase button -> true;
      case ChoiceBox<?> box -> true;
      case ComboBoxBase<?> box -> true;
      case TextInputControl field -> true;
      case ListView<?> list -> true;
      case TableView<?> table -> true;
      case TreeView<?> tree -> true;
      case TabPane pages -> true;
      case Slider slider -> true;
      case Spinner<?> spinner -> true;
      case CanvasChart chart -> true;
      default -> false;
    };
  }

  static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible() || at.isDisabled()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  /** What someone who does not see a control is told that it is. */
  static String name(Node node) {
    if (node instanceof CanvasChart chart) {
      return Objects.toString(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT), "");
    }
    Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
    return Stream.of(
            node.getAccessibleText(),
            label instanceof Labeled labeled ? labeled.getText() : null,
            node instanceof Labeled labeled ? labeled.getText() : null,
            node instanceof TextInputControl field ? field.getPromptText() : null)
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /** Enough to find it. */
  static String words(Node node) {
    StringBuilder way = new StringBuilder();
    for (Node at = node.getParent(); at != null && way.length() < 60; at = at.getParent()) {
      if (at.getId() != null) {
        way.append(" in #").append(at.getId());
      }
    }
    return node.getClass().getSimpleName()
        + (node.getId() == null ? "" : " #" + node.getId())
        + " '"
        + name(node)
        + "'"
        + way;
  }
}
