package io.aisle.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** A question with two answers, one of which goes on. FX thread only. */
final class Confirmation {
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final ButtonType go;

  /**
   * @param question paragraphs, each on a line of its own
   * @param action what the button that goes on says
   */
  Confirmation(Window owner, String title, String question, String action) {
    this.go = new ButtonType(action, ButtonData.OK_DONE);
    dialog.initOwner(owner);
    dialog.setTitle(title);
    DialogPane pane = dialog.getDialogPane();
    pane.getStyleClass().add("confirmation");
    pane.getStylesheets().setAll(owner.getScene().getStylesheets());
    pane.getButtonTypes().setAll(go, ButtonType.CANCEL);
    VBox text = new VBox(line(title, "confirmation-title"));
    question
        .lines()
        .filter(each -> !each.isBlank())
        .forEach(each -> text.getChildren().add(line(each, "confirmation-line")));
    text.getStyleClass().add("confirmation-text");
    pane.setContent(text);
  }

  private static Label line(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /** What goes on takes something away: Enter does not do it unasked. */
  Confirmation dangerous() {
    Button button = button(go);
    button.getStyleClass().add("danger");
    button.setDefaultButton(false);
    button(ButtonType.CANCEL).setDefaultButton(true);
    return this;
  }

  private Button button(ButtonType type) {
    return (Button) dialog.getDialogPane().lookupButton(type);
  }

  /** Asks, and waits for the answer. */
  boolean agreed() {
    return dialog.showAndWait().filter(go::equals).isPresent();
  }
}
