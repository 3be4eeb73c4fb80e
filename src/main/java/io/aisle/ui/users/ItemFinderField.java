package io.aisle.ui.users;

import io.aisle.core.explanation.Named;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;

/** A field that offers items under itself; Enter takes the first. FX thread only. */
final class ItemFinderField {
  private final TextField field;
  private final ItemFinderViewModel model;
  private final Consumer<String> taken;
  private final ContextMenu offers = new ContextMenu();

  /**
   * @param taken receives the id of the item that was chosen
   */
  ItemFinderField(TextField field, ItemFinderViewModel model, Consumer<String> taken) {
    this.field = field;
    this.model = model;
    this.taken = taken;
    offers.setId(field.getId() + "-offers");
    field.textProperty().bindBidirectional(model.typedProperty());
    field.setOnAction(event -> takeFirst());
    model.found().addListener((ListChangeListener<Named>) change -> offer());
  }

  private void offer() {
    offers.getItems().setAll(model.found().stream().map(this::line).toList());
    if (offers.getItems().isEmpty() || !field.isFocused()) {
      offers.hide();
    } else if (!offers.isShowing()) {
      offers.show(field, Side.BOTTOM, 0, 0);
    }
  }

  private MenuItem line(Named item) {
    MenuItem line = new MenuItem(ListsViewModel.name(item.title(), item.item()));
    line.setMnemonicParsing(false);
    line.setOnAction(event -> take(item));
    return line;
  }

  private void takeFirst() {
    if (!model.found().isEmpty()) {
      take(model.found().getFirst());
    }
  }

  private void take(Named item) {
    offers.hide();
    field.clear();
    taken.accept(item.item());
  }
}
