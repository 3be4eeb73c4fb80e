package io.aisle.ui.users;

import io.aisle.ui.common.FilledCell;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;

/** A place of an edited history. */
final class WhatIfCell extends FilledCell<EditedRow> {
  private final Texts texts;
  private final Numbers numbers;

  WhatIfCell(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    setPrefWidth(0);
  }

  @Override
  protected void fill(EditedRow place) {
    setText(
        place.value() == 1
            ? place.name()
            : texts.of("whatif.weighed", place.name(), numbers.free(place.value())));
  }
}
