package io.aisle.ui.users;

import io.aisle.core.explanation.WhatIf;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import javafx.scene.control.ListCell;

/** A place of an edited history. */
final class WhatIfCell extends ListCell<WhatIf.Place> {
  private final Texts texts;
  private final Numbers numbers;

  WhatIfCell(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(WhatIf.Place place, boolean empty) {
    super.updateItem(place, empty);
    if (empty || place == null) {
      setText(null);
      return;
    }
    String name = ListsViewModel.name(place.item().title(), place.item().item());
    setText(
        place.value() == 1 ? name : texts.of("whatif.weighed", name, numbers.free(place.value())));
  }
}
