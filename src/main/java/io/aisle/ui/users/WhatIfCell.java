package io.aisle.ui.users;

import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import javafx.scene.control.ListCell;

/** A place of an edited history. */
final class WhatIfCell extends ListCell<EditedRow> {
  private final Texts texts;
  private final Numbers numbers;

  WhatIfCell(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(EditedRow place, boolean empty) {
    super.updateItem(place, empty);
    if (empty || place == null) {
      setText(null);
      return;
    }
    setText(
        place.value() == 1
            ? place.name()
            : texts.of("whatif.weighed", place.name(), numbers.free(place.value())));
  }
}
