package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.RowSort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A head that is clicked asks for an order, and shows the order that the rows have. */
@ExtendWith(ApplicationExtension.class)
class HeadSortTest {
  private final SimpleObjectProperty<ObservableList<String>> rows =
      new SimpleObjectProperty<>(FXCollections.observableArrayList("b", "a"));
  private final SimpleObjectProperty<RowSort> sort = new SimpleObjectProperty<>();
  private final List<RowSort> asked = new ArrayList<>();
  private TableView<String> table;
  private TableColumn<String, String> first;
  private TableColumn<String, String> second;

  private static <T> T fx(Supplier<T> work) {
    return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work::get));
  }

  private void begin() {
    table = new TableView<>();
    first = new TableColumn<>("first");
    second = new TableColumn<>("second");
    table.getColumns().setAll(List.of(first, second));
    HeadSort<String> heads = new HeadSort<>(table, rows);
    table.itemsProperty().bind(rows);
    heads.begin(List.of(first, second), sort, asked::add);
    asked.clear(); // the order that is there may be asked for again
  }

  private void click(TableColumn<String, String> column, TableColumn.SortType type) {
    column.setSortType(type);
    table.getSortOrder().setAll(List.of(column));
  }

  @Test
  void anOrderIsAskedForOnceAndStaysWithTheNextList() {
    assertThat(
            fx(
                () -> {
                  begin();
                  click(second, TableColumn.SortType.DESCENDING);
                  RowSort wanted = new RowSort(1, true);
                  sort.set(wanted);
                  rows.set(FXCollections.observableArrayList("a", "b"));
                  return List.copyOf(table.getSortOrder());
                }))
        .isEqualTo(List.of(second));
    assertThat(asked).containsExactly(new RowSort(1, true));
    assertThat(fx(() -> List.copyOf(table.getItems()))).containsExactly("a", "b");
  }

  @Test
  void anOrderThatWasCancelledIsTakenBack() {
    assertThat(
            fx(
                () -> {
                  begin();
                  sort.set(new RowSort(0, false));
                  rows.set(FXCollections.observableArrayList("a", "b"));
                  click(second, TableColumn.SortType.ASCENDING);
                  sort.set(new RowSort(1, false)); // is being made
                  sort.set(new RowSort(0, false)); // was cancelled
                  return List.copyOf(table.getSortOrder());
                }))
        .isEqualTo(List.of(first));
    assertThat(asked).containsExactly(new RowSort(1, false));
  }

  @Test
  void withoutAnOrderItIsThatOfTheFile() {
    fx(
        () -> {
          begin();
          click(first, TableColumn.SortType.ASCENDING);
          sort.set(new RowSort(0, false));
          rows.set(FXCollections.observableArrayList("a", "b"));
          table.getSortOrder().clear();
          return true;
        });
    assertThat(asked).hasSize(2).last().isNull();
  }
}
