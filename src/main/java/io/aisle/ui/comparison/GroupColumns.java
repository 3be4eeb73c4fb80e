package io.aisle.ui.comparison;

import io.aisle.ui.common.Cells;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Shows a table of words whose columns are known when it is made. FX thread only. */
final class GroupColumns {
  /** What JavaFX has by itself. */
  private static final double LEAST_WIDTH = 10;

  private static final double NAME_WIDTH = 190;
  private static final double SIZE_WIDTH = 84;
  private static final double RUN_WIDTH = 138;
  private static final int COLUMNS_THAT_FIT = 8;

  private GroupColumns() {}

  static void show(TableView<List<String>> table, GroupTable shown) {
    double[] widths = new double[shown.columns().size()];
    Arrays.setAll(widths, at -> at == 0 ? NAME_WIDTH : at == 1 ? SIZE_WIDTH : RUN_WIDTH);
    fill(table, shown, widths, new double[widths.length]);
  }

  /**
   * With columns as wide as what stands in them.
   *
   * @param widths of the columns, pixels; the first may get less
   */
  static void show(TableView<List<String>> table, GroupTable shown, double[] widths) {
    double[] least = widths.clone();
    least[0] = 0;
    fill(table, shown, widths, least);
  }

  private static void fill(
      TableView<List<String>> table, GroupTable shown, double[] widths, double[] least) {
    table.getItems().clear();
    table.getColumns().clear();
    table.setColumnResizePolicy(
        shown.columns().size() <= COLUMNS_THAT_FIT
            ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
            : TableView.UNCONSTRAINED_RESIZE_POLICY);
    for (int at = 0; at < shown.columns().size(); at++) {
      int place = at;
      TableColumn<List<String>, String> column = new TableColumn<>(shown.columns().get(at));
      column.setSortable(false); // the last row may sum up the others
      column.setPrefWidth(widths[at]);
      column.setMinWidth(Math.max(LEAST_WIDTH, least[at]));
      if (at == 0) {
        Cells.text(column, row -> row.get(place));
      } else {
        Cells.number(column, row -> row.get(place));
      }
      table.getColumns().add(column);
    }
    table.getItems().setAll(shown.rows());
  }
}
