package io.aisle.ui.training;

import io.aisle.ui.common.FilledCell;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A preset in the list, with what it is for. */
final class PresetCell extends FilledCell<PresetsViewModel.Preset> {
  private static final double WIDTH = 240;

  @Override
  protected void fill(PresetsViewModel.Preset preset) {
    Label name = new Label(preset.name());
    name.getStyleClass().add("strong");
    Label summary = new Label(preset.summary());
    summary.getStyleClass().add("subtle");
    summary.setWrapText(true);
    summary.setMaxWidth(WIDTH);
    setGraphic(new VBox(name, summary));
  }
}
