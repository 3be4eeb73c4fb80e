package io.aisle.ui.dataset;

import io.aisle.domain.data.RowSort;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * A click on the head of a column sorts all rows of a table whose list is not in memory, in the
 * background; what it is sorted by stands in the model. FX thread only.
 *
 * @param <T> a row
 */
final class HeadSort<T> {
  private final TableView<T> table;
  private List<TableColumn<T, ?>> columns = List.of();
  private ObservableValue<RowSort> sort;
  private boolean relisting;

  /**
   * To be made before the table is bound to its rows: what it forgets with a new list is no wish.
   */
  HeadSort(TableView<T> table, ObservableValue<ObservableList<T>> rows) {
    this.table = table;
    rows.subscribe(() -> relisting = true);
  }

  /**
   * To be called when the table has its rows and its own choice for lists that are not in memory.
   *
   * @param by the columns that can be sorted, in the order of their numbers
   * @param now the order of the rows; null: that of the file
   * @param choose receives another one
   */
  void begin(List<TableColumn<T, ?>> by, ObservableValue<RowSort> now, Consumer<RowSort> choose) {
    columns = List.copyOf(by);
    sort = now;
    table
        .itemsProperty()
        .subscribe(
            rows -> {
              table.setSortPolicy(
                  any -> {
                    if (!relisting) {
                      choose.accept(wanted());
                    }
                    return true;
                  });
              show();
              relisting = false;
            });
    now.subscribe(this::keep);
  }

  /** A sort that was cancelled is taken back. */
  private void keep() {
    if (!relisting && !Objects.equals(wanted(), sort.getValue())) {
      show();
      relisting = false;
    }
  }

  /** The table forgets its order with each list. */
  private void show() {
    relisting = true;
    RowSort now = sort.getValue();
    if (now == null) {
      table.getSortOrder().clear();
      return;
    }
    TableColumn<T, ?> by = columns.get(now.column());
    by.setSortType(
        now.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
    table.getSortOrder().setAll(List.of(by));
  }

  private RowSort wanted() {
    if (table.getSortOrder().isEmpty()) {
      return null;
    }
    TableColumn<T, ?> by = table.getSortOrder().getFirst();
    return new RowSort(columns.indexOf(by), by.getSortType() == TableColumn.SortType.DESCENDING);
  }
}
