package io.aisle.ui.training;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A preset in the list, with what it is for. */
final class PresetCell extends ListCell<PresetsViewModel.Preset> {
  private static final double WIDTH = 240;

  @Override
  protected void updateItem(PresetsViewModel.Preset preset, boolean empty) {
    super.updateItem(preset, empty);
    if (empty || preset == null) {
      setGraphic(null);
      return;
    }
    Label name = new Label(preset.name());
    name.getStyleClass().add("strong");
    Label summary = new Label(preset.summary());
    summary.getStyleClass().add("subtle");
    summary.setWrapText(true);
    summary.setMaxWidth(WIDTH);
    setGraphic(new VBox(name, summary));
  }
}
