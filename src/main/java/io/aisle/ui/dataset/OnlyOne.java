package io.aisle.ui.dataset;

import java.util.List;
import javafx.beans.property.BooleanProperty;

/** Panels that stand in one another's place: when one is shown the others are not. */
final class OnlyOne {
  private OnlyOne() {}

  static void of(BooleanProperty... panels) {
    for (BooleanProperty panel : panels) {
      panel.subscribe(
          shown -> {
            if (shown) {
              List.of(panels).stream()
                  .filter(other -> !other.equals(panel))
                  .forEach(other -> other.set(false));
            }
          });
    }
  }
}
