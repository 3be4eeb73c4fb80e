package io.aisle.ui.training;

import io.aisle.ui.common.FilledCell;
import io.aisle.ui.common.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A data set in the list; one that cannot be trained on is grey and says why. */
final class DatasetCell extends FilledCell<DatasetChoice> {
  private final Texts texts;

  DatasetCell(Texts texts) {
    this.texts = texts;
  }

  @Override
  protected void fill(DatasetChoice choice) {
    setDisable(!choice.usable());
    Label name =
        new Label(
            texts.of("train.data.version", choice.version().dataset(), choice.version().version()));
    VBox box = new VBox(name);
    if (!choice.usable()) {
      Label reason = new Label(choice.reason());
      reason.getStyleClass().add("subtle");
      box.getChildren().add(reason);
    }
    setGraphic(box);
  }
}
