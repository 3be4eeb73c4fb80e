package io.aisle.ui.users;

import io.aisle.ui.common.OfferField;
import java.util.function.Consumer;
import javafx.scene.control.TextField;

/** Offers items under a field. FX thread only. */
final class ItemOffers {
  private ItemOffers() {}

  /**
   * @param taken receives the id of the item that was chosen
   */
  static void under(TextField field, ItemFinderViewModel finder, Consumer<String> taken) {
    new OfferField<>(
        field,
        finder.typedProperty(),
        finder.found(),
        item -> ListsViewModel.name(item.title(), item.item()),
        item -> taken.accept(item.item()));
  }
}
