package io.aisle.ui.dataset;

import io.aisle.ui.common.Background;
import io.aisle.ui.common.PagedList;
import io.aisle.ui.common.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A table whose rows are found by their keys and read in pages. FX thread only. */
final class FoundRows<T> {
  private final Background background;
  private final String title;
  private final Slot<long[]> finding;
  private final ReadOnlyObjectWrapper<ObservableList<T>> rows =
      new ReadOnlyObjectWrapper<>(FXCollections.observableArrayList());

  /**
   * @param title of the job that reads
   */
  FoundRows(Background background, String title) {
    this.background = background;
    this.title = title;
    this.finding = background.slot(title);
  }

  /** Lists nothing. */
  void clear() {
    finding.clear();
    rows.set(FXCollections.observableArrayList());
  }

  /**
   * Lists what is found.
   *
   * @param find the keys; in the background, as is {@code read}
   * @param read rows by their keys
   */
  void list(Supplier<long[]> find, Function<long[], List<T>> read) {
    finding.read(
        control -> find.get(),
        keys ->
            rows.set(
                new PagedList<>(
                    background,
                    title,
                    keys.length,
                    (from, n) -> read.apply(Arrays.copyOfRange(keys, from, from + n)))));
  }

  ReadOnlyObjectProperty<ObservableList<T>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }
}
