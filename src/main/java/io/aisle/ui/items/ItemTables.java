package io.aisle.ui.items;

import io.aisle.ui.common.Texts;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** Tables whose items are opened by Enter, a double click or their menu. */
final class ItemTables {
  private ItemTables() {}

  /**
   * @param equip puts entries into the table's menu
   * @param more a further entry
   */
  static void open(
      TableView<ItemRow> table,
      ItemsViewModel model,
      Consumer<MenuItem[]> equip,
      Texts texts,
      MenuItem... more) {
    Runnable work =
        () -> {
          ItemRow row = table.getSelectionModel().getSelectedItem();
          if (row != null) {
            model.open(row.place());
          }
        };
    MenuItem[] entries = new MenuItem[more.length + 1];
    entries[0] = new MenuItem(texts.of("items.open"));
    entries[0].setOnAction(event -> work.run());
    System.arraycopy(more, 0, entries, 1, more.length);
    equip.accept(entries);
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            work.run();
            event.consume();
          }
        });
    table.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            work.run();
          }
        });
  }
}
