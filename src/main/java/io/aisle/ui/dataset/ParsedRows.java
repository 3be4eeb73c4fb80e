package io.aisle.ui.dataset;

import io.aisle.ui.common.Cells;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The first rows of a file as they are read. FX thread only. */
final class ParsedRows {
  private static final double NARROWEST = 90;
  private static final double WIDEST = 280;
  private static final double CHARACTER = 7;
  private static final double MARGIN = 20;

  private ParsedRows() {}

  static void show(TableView<List<String>> table, List<String> header, List<List<String>> rows) {
    table.getColumns().clear();
    for (int i = 0; i < header.size(); i++) {
      table.getColumns().add(column(header.get(i), i, rows));
    }
    table.setItems(FXCollections.observableArrayList(rows));
  }

  private static TableColumn<List<String>, String> column(
      String header, int index, List<List<String>> rows) {
    TableColumn<List<String>, String> column = new TableColumn<>(header);
    column.setSortable(false);
    int longest =
        rows.stream().mapToInt(row -> cell(row, index).length()).max().orElse(header.length());
    column.setPrefWidth(
        Math.clamp(CHARACTER * Math.max(longest, header.length()) + MARGIN, NARROWEST, WIDEST));
    Cells.text(column, row -> cell(row, index));
    return column;
  }

  private static String cell(List<String> row, int index) {
    return index < row.size() ? row.get(index) : "";
  }
}
