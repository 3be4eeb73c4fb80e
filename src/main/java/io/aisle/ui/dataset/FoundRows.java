package io.aisle.ui.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.RowSort;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.PagedList;
import io.aisle.ui.common.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A table whose rows are found by their keys and read in pages. FX thread only. */
public final class FoundRows<T> {
  private final Background background;
  private final String title;
  private final Slot<long[]> finding;
  private final ReadOnlyObjectWrapper<ObservableList<T>> rows =
      new ReadOnlyObjectWrapper<>(FXCollections.observableArrayList());
  private final ReadOnlyObjectWrapper<RowSort> sort = new ReadOnlyObjectWrapper<>();

  /** The order of the rows that are listed now. */
  private RowSort listed;

  private Finder find;
  private Function<long[], List<T>> read;

  /** Finds the keys of rows; called in the background. */
  @FunctionalInterface
  interface Finder {
    /**
     * @param sort their order; null: that of the file
     */
    long[] find(RowSort sort, JobControl control);
  }

  /**
   * @param title of the job that reads
   */
  FoundRows(Background background, String title) {
    this.background = background;
    this.title = title;
    this.finding = background.slot(title);
    // a sort that was cancelled leaves the rows, and so the arrow over them, as they were
    finding.busyProperty().subscribe(busy -> sort.set(busy ? sort.get() : listed));
  }

  /** Lists nothing, in the order of the file. */
  void clear() {
    finding.clear();
    find = null;
    listed = null;
    sort.set(null);
    rows.set(FXCollections.observableArrayList());
  }

  /**
   * Lists what is found, in the order of now.
   *
   * @param finder gives the keys
   * @param reader gives rows by their keys, in the order of these; in the background
   */
  void list(Finder finder, Function<long[], List<T>> reader) {
    find = finder;
    read = reader;
    list();
  }

  private void list() {
    RowSort order = sort.get();
    Finder finder = find;
    Function<long[], List<T>> reader = read;
    finding.clear();
    sort.set(order); // which a sort that ends here has taken back
    finding.read(
        control -> finder.find(order, control),
        keys -> {
          listed = order;
          sort.set(order);
          rows.set(
              new PagedList<>(
                  background,
                  title,
                  keys.length,
                  (from, n) -> reader.apply(Arrays.copyOfRange(keys, from, from + n))));
        });
  }

  /** Sorts all rows; null is the order of the file. */
  void sort(RowSort wanted) {
    if (find != null && !Objects.equals(sort.get(), wanted)) {
      sort.set(wanted);
      list();
    }
  }

  /** The order of the rows; null is that of the file. */
  ReadOnlyObjectProperty<RowSort> sortProperty() {
    return sort.getReadOnlyProperty();
  }

  /** Whether the rows are being found. */
  ReadOnlyBooleanProperty busyProperty() {
    return finding.busyProperty();
  }

  /** Whether rows are being found in an order of their own. */
  boolean isSorting() {
    return finding.busyProperty().get() && sort.get() != null;
  }

  /** The rows; a list of another order is another one. */
  public ReadOnlyObjectProperty<ObservableList<T>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }
}
