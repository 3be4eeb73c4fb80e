package io.aisle.ui.common;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * What every table of the program can do: copy as TSV, choose columns by mouse or keyboard, select
 * several rows, sort what is in memory, and show each head whole.
 */
public final class Tables {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /** What a head needs beside its words: padding, and the arrow of a sorted column. */
  private static final double BESIDE = 28;

  private static final Font HEAD = Font.font("Inter", 12);

  private Tables() {}

  /**
   * Equips a table whose columns are there; to be called once.
   *
   * @param gate that its rows pass when they are copied
   * @param more entries of its menu beside the common ones
   */
  public static void equip(TableView<?> table, Texts texts, RowGate gate, MenuItem... more) {
    equipAny(table, texts, gate, more);
  }

  /** Shows rows that a click on a head sorts; the list itself keeps its order. */
  public static <S> void sortable(TableView<S> table, ObservableList<S> rows) {
    SortedList<S> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
  }

  /** What stands over the columns that are shown. */
  public static List<String> header(TableView<?> table) {
    return table.getVisibleLeafColumns().stream().map(TableColumn::getText).toList();
  }

  /** What stands in the cells that are shown, of all rows, which have to be in memory. */
  public static <S> List<List<String>> rows(TableView<S> table) {
    return table.getItems().stream()
        .map(
            row ->
                table.getVisibleLeafColumns().stream()
                    .map(column -> Cells.words(column, row))
                    .toList())
        .toList();
  }

  private static <S> void equipAny(
      TableView<S> table, Texts texts, RowGate gate, MenuItem... more) {
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setTableMenuButtonVisible(true);
    table.setOnKeyPressed(
        event -> {
          if (COPY.match(event)) {
            TableCopy.start(table, true, gate);
            event.consume();
          }
        });
    if (table.getPlaceholder() == null) {
      table.setPlaceholder(new Label(texts.of("table.empty")));
    }
    table
        .itemsProperty()
        .subscribe(
            items ->
                table.setSortPolicy(
                    items instanceof PagedList
                        ? all -> false
                        : TableView.DEFAULT_SORT_POLICY::call));
    table.getColumns().forEach(Tables::showWhole);
    table.setContextMenu(menu(table, texts, gate, more));
  }

  private static <S> ContextMenu menu(
      TableView<S> table, Texts texts, RowGate gate, MenuItem... more) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().addAll(List.of(more));
    if (more.length > 0) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    MenuItem selected = item(texts.of("table.copy"), () -> TableCopy.start(table, true, gate));
    selected.setAccelerator(COPY);
    MenuItem all = item(texts.of("table.copy.all"), () -> TableCopy.start(table, false, gate));
    Menu columns = new Menu(texts.of("table.columns"));
    columns.setMnemonicParsing(false);
    table.getColumns().forEach(column -> columns.getItems().add(choice(table, column)));
    menu.getItems()
        .addAll(
            selected,
            all,
            item(texts.of("table.select.all"), table.getSelectionModel()::selectAll),
            columns);
    menu.setOnShowing(
        event -> selected.setDisable(table.getSelectionModel().getSelectedIndices().isEmpty()));
    return menu;
  }

  /** The last column that is left cannot be hidden: there would be no way back. */
  private static MenuItem choice(TableView<?> table, TableColumn<?, ?> column) {
    CheckMenuItem item = new CheckMenuItem();
    item.textProperty().bind(column.textProperty());
    item.setMnemonicParsing(false);
    item.setSelected(column.isVisible());
    column.visibleProperty().subscribe(item::setSelected);
    item.setOnAction(
        event -> column.setVisible(item.isSelected() || table.getVisibleLeafColumns().size() == 1));
    return item;
  }

  private static MenuItem item(String title, Runnable work) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> work.run());
    return item;
  }

  /** A column is never narrower than the words of its head, whatever the language. */
  private static void showWhole(TableColumn<?, ?> column) {
    double least = column.getMinWidth();
    column
        .textProperty()
        .subscribe(
            words -> {
              Text ruler = new Text(words);
              ruler.setFont(HEAD);
              double wanted = Math.ceil(ruler.getLayoutBounds().getWidth()) + BESIDE;
              column.setMinWidth(
                  Math.min(Math.max(least, wanted), Math.max(least, column.getMaxWidth())));
            });
  }
}
