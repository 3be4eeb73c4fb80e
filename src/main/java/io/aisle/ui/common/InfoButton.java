package io.aisle.ui.common;

import atlantafx.base.controls.Popover;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Turns a button into a small "i" that opens an explanation too long to stand on the screen. */
public final class InfoButton {
  private static final int WIDTH = 380;

  private InfoButton() {}

  /**
   * @param title what the button explains, for those who do not see it
   */
  public static void equip(Button button, String title, String explanation) {
    button.setGraphic(new FontIcon("fth-info"));
    button.setText(null);
    button.getStyleClass().addAll("flat", "icon-button");
    button.setAccessibleText(title);
    button.setTooltip(new Tooltip(title));
    button.setOnAction(event -> show(button, explanation));
  }

  private static void show(Button button, String explanation) {
    Label words = new Label(explanation);
    words.setWrapText(true);
    words.setMaxWidth(WIDTH);
    words.setMinHeight(Label.USE_PREF_SIZE);
    Popover popover = new Popover(words);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    popover.show(button);
  }
}
