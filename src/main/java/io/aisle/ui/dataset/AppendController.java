package io.aisle.ui.dataset;

import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is to be stored of the personal columns of files that are to be appended. */
public final class AppendController {
  private final AppendViewModel model;
  private final Texts texts;

  @FXML private Node card;
  @FXML private Label title;
  @FXML private VBox personal;
  @FXML private Button start;

  public AppendController(AppendViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    PersonalChoices choices =
        new PersonalChoices(personal, "appended-personal-", texts, model::treat);
    title.textProperty().bind(model.titleProperty());
    Shown.when(card, model.personalProperty().map(columns -> !columns.isEmpty()));
    model
        .personalProperty()
        .subscribe(
            columns -> {
              choices.show(columns);
              if (!columns.isEmpty()) {
                start.requestFocus();
              }
            });
    model.privacyProperty().subscribe(privacy -> choices.show(privacy));
  }

  @FXML
  private void start() {
    model.start();
  }

  @FXML
  private void cancel() {
    model.cancel();
  }
}
