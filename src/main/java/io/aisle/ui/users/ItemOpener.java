package io.aisle.ui.users;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Opens the card of the selected item by Enter or a double click. FX thread only. */
final class ItemOpener {
  private ItemOpener() {}

  static <T> void equip(ListView<T> list, Function<T, String> item, BiConsumer<Node, String> open) {
    equip(list, list.getSelectionModel(), item, open);
  }

  static <T> void equip(
      TableView<T> table, Function<T, String> item, BiConsumer<Node, String> open) {
    equip(table, table.getSelectionModel(), item, open);
  }

  private static <T> void equip(
      Node owner,
      SelectionModel<T> selection,
      Function<T, String> item,
      BiConsumer<Node, String> open) {
    Runnable now =
        () -> {
          if (selection.getSelectedItem() != null) {
            open.accept(owner, item.apply(selection.getSelectedItem()));
          }
        };
    owner.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            now.run();
            event.consume();
          }
        });
    owner.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            now.run();
          }
        });
  }
}
