package io.aisle.ui.chart;

import io.aisle.ui.common.Clips;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The text alternative of a chart, in place of the chart. */
final class Description extends VBox {
  private final TextArea words;
  private final Button close;

  /**
   * @param gate that the words pass when they are copied
   */
  Description(String text, RowGate gate, Texts texts) {
    getStyleClass().add("chart-description");
    words = new TextArea(text);
    words.setEditable(false);
    words.setWrapText(true);
    words.setAccessibleText(texts.of("chart.describe"));
    VBox.setVgrow(words, Priority.ALWAYS);
    Button copy = new Button(texts.of("chart.describe.copy"));
    copy.setOnAction(event -> gate.whenAllowed(() -> Clips.put(words.getText())));
    close = new Button(texts.of("chart.describe.back"));
    copy.getStyleClass().add("small");
    close.getStyleClass().add("small");
    HBox buttons = new HBox(copy, close);
    buttons.getStyleClass().add("chart-tools");
    getChildren().setAll(words, buttons);
  }

  void onClose(Runnable closed) {
    close.setOnAction(event -> closed.run());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            closed.run();
            event.consume();
          }
        });
  }

  void focus() {
    words.requestFocus();
  }
}
