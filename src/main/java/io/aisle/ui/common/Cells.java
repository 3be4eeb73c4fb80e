package io.aisle.ui.common;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** Columns of tables whose rows may not have been read yet (null). FX thread only. */
public final class Cells {
  private Cells() {}

  public static <S> void text(TableColumn<S, String> column, Function<S, String> text) {
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(row.getValue() == null ? "" : text.apply(row.getValue())));
  }

  /** A column of numbers, flush right in digits of one width. */
  public static <S> void number(TableColumn<S, String> column, Function<S, String> text) {
    text(column, text);
    column.getStyleClass().add("number-column");
  }

  /** A column whose cells are nodes; {@code make} gets the row. */
  public static <S> void node(TableColumn<S, S> column, Function<S, Node> make) {
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
}
