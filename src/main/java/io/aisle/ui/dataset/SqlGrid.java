package io.aisle.ui.dataset;

import io.aisle.domain.data.TableHead;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Makes the table of a result: its columns are the query's, and a click on a head has the store
 * sort. FX thread only.
 */
final class SqlGrid {
  private static final double ROW = 28;
  private static final double NUMBER = 110;
  private static final double TEXT = 170;

  private SqlGrid() {}

  /**
   * @param order the 1-based column that the rows are sorted by, as {@link SqlViewModel#sort}
   * @param gate that rows pass when they are copied
   * @param sort gets the order that is wanted
   */
  static TableView<Object[]> of(
      List<TableHead> heads,
      ObservableList<Object[]> rows,
      int order,
      Texts texts,
      RowGate gate,
      IntConsumer sort) {
    TableView<Object[]> table = new TableView<>();
    table.setId("sqlRows");
    table.setAccessibleText(texts.of("sql.result"));
    table.setFixedCellSize(ROW);
    for (int i = 0; i < heads.size(); i++) {
      table.getColumns().add(column(heads.get(i), i));
    }
    table.setPlaceholder(new Label(texts.of("sql.rows.none")));
    Tables.equip(table, texts, gate);
    table.setItems(rows);
    table.setSortPolicy(sorted -> true); // the rows came sorted
    if (order != 0) {
      TableColumn<Object[], ?> by = table.getColumns().get(Math.abs(order) - 1);
      by.setSortType(order > 0 ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
      table.getSortOrder().add(by);
    }
    table.setSortPolicy(
        sorted -> {
          sort.accept(order(sorted));
          return true;
        });
    return table;
  }

  private static TableColumn<Object[], String> column(TableHead head, int index) {
    TableColumn<Object[], String> column = new TableColumn<>(head.name());
    column.setUserData(index + 1); // columns can be put in another order
    if (SqlViewModel.isNumber(head)) {
      Cells.number(column, row -> SqlViewModel.cell(row[index]));
      column.setPrefWidth(NUMBER);
    } else {
      Cells.text(column, row -> SqlViewModel.cell(row[index]));
      column.setPrefWidth(TEXT);
    }
    return column;
  }

  private static int order(TableView<Object[]> table) {
    if (table.getSortOrder().isEmpty()) {
      return 0;
    }
    TableColumn<Object[], ?> by = table.getSortOrder().getFirst();
    int place = (Integer) by.getUserData();
    return by.getSortType() == TableColumn.SortType.ASCENDING ? place : -place;
  }
}
