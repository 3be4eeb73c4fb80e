package io.aisle.ui.common;

import java.util.List;
import java.util.StringJoiner;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** What every table of the program can do: copy as TSV, choose columns, select several rows. */
public final class Tables {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /** Rows that are copied at most: a paged table would read all of its store. */
  private static final int MOST = 100_000;

  private Tables() {}

  /**
   * Equips a table.
   *
   * @param more entries of its menu beside the common ones
   */
  public static void equip(TableView<?> table, Texts texts, MenuItem... more) {
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setTableMenuButtonVisible(true);
    table.setOnKeyPressed(
        event -> {
          if (COPY.match(event)) {
            copy(table, true);
            event.consume();
          }
        });
    ContextMenu menu = new ContextMenu();
    menu.getItems().addAll(List.of(more));
    if (more.length > 0) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems().add(item(texts.of("table.copy"), () -> copy(table, true)));
    menu.getItems().add(item(texts.of("table.copy.all"), () -> copy(table, false)));
    table.setContextMenu(menu);
  }

  private static MenuItem item(String title, Runnable work) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> work.run());
    return item;
  }

  private static void copy(TableView<?> table, boolean selected) {
    ClipboardContent content = new ClipboardContent();
    content.putString(tsv(table, selected));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /**
   * The visible columns as tab-separated text with a header.
   *
   * @param selected only the selected rows
   */
  static String tsv(TableView<?> table, boolean selected) {
    List<? extends TableColumn<?, ?>> columns = table.getVisibleLeafColumns();
    StringBuilder text = new StringBuilder();
    StringJoiner header = new StringJoiner("\t", "", "\n");
    columns.forEach(column -> header.add(plain(column.getText())));
    text.append(header);
    List<Integer> rows =
        selected
            ? table.getSelectionModel().getSelectedIndices()
            : java.util.stream.IntStream.range(0, Math.min(MOST, table.getItems().size()))
                .boxed()
                .toList();
    for (int row : rows) {
      StringJoiner line = new StringJoiner("\t", "", "\n");
      columns.forEach(column -> line.add(plain(Cells.words(column, row))));
      text.append(line);
    }
    return text.toString();
  }

  private static String plain(String cell) {
    return cell.replaceAll("[\\t\\r\\n]+", " ");
  }
}
