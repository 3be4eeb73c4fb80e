package io.aisle.ui.training;

import io.aisle.ui.common.MarkdownView;
import io.aisle.ui.common.Shown;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The help page of a model. Escape closes it. */
public final class ModelPageController {
  private final ModelPageViewModel model;

  @FXML private VBox page;
  @FXML private Label title;
  @FXML private Label foreign;
  @FXML private Button close;
  @FXML private ScrollPane scroll;

  public ModelPageController(ModelPageViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Shown.when(page, model.pageProperty().isNotNull());
    page.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
    model.pageProperty().subscribe(this::show);
  }

  private void show(ModelPageViewModel.Page shown) {
    if (shown == null) {
      scroll.setContent(null);
      return;
    }
    title.setText(shown.title());
    foreign.setVisible(shown.foreign());
    foreign.setManaged(shown.foreign());
    scroll.setContent(MarkdownView.of(shown.markdown()));
    scroll.setVvalue(0);
    close.requestFocus();
  }

  @FXML
  private void close() {
    model.close();
  }
}
