package io.aisle.ui.shell;

import io.aisle.ui.common.Action;
import io.aisle.ui.common.Actions;
import io.aisle.ui.common.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every shortcut, made from the actions, and the keys that hold in all lists and charts. */
public final class ShortcutsController {
  /** Keys that need no action, and what they do: {@code keys.<name>}. */
  private static final List<List<String>> EVERYWHERE =
      List.of(
          List.of("Shortcut+C", "copy"),
          List.of("Shortcut+A", "all"),
          List.of("Shift+F10", "menu"),
          List.of("Tab", "next"),
          List.of("Esc", "close"));

  private final Actions actions;
  private final Panels panels;
  private final Texts texts;

  @FXML private VBox ofActions;
  @FXML private VBox everywhere;

  public ShortcutsController(Actions actions, Panels panels, Texts texts) {
    this.actions = actions;
    this.panels = panels;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    panels
        .shortcutsProperty()
        .subscribe(
            shown -> {
              if (shown) {
                fill();
              }
            });
    EVERYWHERE.forEach(
        each ->
            everywhere
                .getChildren()
                .add(row(texts.word("keys.", each.getLast()), Shortcuts.words(each.getFirst()))));
  }

  private void fill() {
    ofActions
        .getChildren()
        .setAll(
            actions.all().stream()
                .filter(action -> !action.shortcut().isEmpty())
                .map(this::row)
                .toList());
  }

  private Node row(Action action) {
    return row(action.title(), Shortcuts.words(action.shortcut()));
  }

  private static Node row(String title, String keys) {
    Label what = new Label(title);
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    Label how = new Label(keys);
    how.getStyleClass().add("keys");
    HBox row = new HBox(12, what, how);
    row.getStyleClass().add("shortcut-row");
    return row;
  }

  @FXML
  private void close() {
    panels.shortcutsProperty().set(false);
  }
}
