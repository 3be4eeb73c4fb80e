package io.aisle.ui.common;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** Columns of tables whose rows may not have been read yet (null). FX thread only. */
public final class Cells {
  private static final Object WORDS = new Object();

  private Cells() {}

  public static <S> void text(TableColumn<S, String> column, Function<S, String> text) {
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(row.getValue() == null ? "" : text.apply(row.getValue())));
  }

  /** A column of numbers, flush right in digits of one width. */
  public static <S> void number(TableColumn<S, String> column, Function<S, String> text) {
    text(column, text);
    column.setComparator(new NumberOrder());
    column.getStyleClass().add("number-column");
  }

  /**
   * A column whose cells are nodes.
   *
   * @param words what a copy of the table has in its place
   * @param make the node of a row
   */
  public static <S> void node(
      TableColumn<S, S> column, Function<S, String> words, Function<S, Node> make) {
    column.getProperties().put(WORDS, (Function<Object, String>) row -> words.apply(cast(row)));
    NumberOrder order = new NumberOrder();
    column.setComparator((one, other) -> order.compare(words.apply(one), words.apply(other)));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        unused ->
            new TableCell<>() {
              @Override
              protected void updateItem(S row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : make.apply(row));
              }
            });
  }

  /** What a copy of the table has for a cell. */
  static <S> String words(TableColumn<S, ?> column, S row) {
    ObservableValue<?> cell = row == null ? null : column.getCellObservableValue(row);
    Object value = cell == null ? null : cell.getValue();
    if (value == null) {
      return "";
    }
    return column.getProperties().get(WORDS) instanceof Function<?, ?> words
        ? String.valueOf(Cells.<Function<Object, Object>>cast(words).apply(value))
        : value.toString();
  }

  @SuppressWarnings("unchecked") // what a column was given it gives back
  private static <S> S cast(Object value) {
    return (S) value;
  }
}
