package io.aisle.ui.common;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Copies rows of a table as tab-separated text with a header. Rows that are not in memory are read
 * in the background; the text is made in slices between pulses. FX thread only.
 *
 * @param <S> a row
 */
final class TableCopy<S> {
  /** Rows that are copied at most. */
  private static final int MOST = 100_000;

  private static final long SLICE_NANOS = 8_000_000;

  private final List<TableColumn<S, ?>> columns;
  private final StringBuilder text = new StringBuilder();
  private int next;

  private TableCopy(TableView<S> table) {
    columns = List.copyOf(table.getVisibleLeafColumns());
    StringJoiner header = new StringJoiner("\t", "", "\n");
    columns.forEach(column -> header.add(plain(column.getText())));
    text.append(header);
  }

  /**
   * Puts rows into the clipboard, at once or as soon as they have been read. A single row, which
   * one could as well type off, asks for nothing.
   *
   * @param selected only the selected rows
   */
  static <S> void start(TableView<S> table, boolean selected, RowGate gate) {
    int rows =
        selected ? table.getSelectionModel().getSelectedIndices().size() : table.getItems().size();
    (rows > 1 ? gate : RowGate.FREE).whenAllowed(() -> start(table, selected));
  }

  private static <S> void start(TableView<S> table, boolean selected) {
    List<Integer> indices =
        selected
            ? table.getSelectionModel().getSelectedIndices().stream().sorted().limit(MOST).toList()
            : IntStream.range(0, Math.min(MOST, table.getItems().size())).boxed().toList();
    TableCopy<S> copy = new TableCopy<>(table);
    if (table.getItems() instanceof PagedList<S> paged) {
      paged.read(indices, copy::write);
    } else {
      copy.write(indices.stream().map(table.getItems()::get).toList());
    }
  }

  private void write(List<S> rows) {
    add(rows);
    if (next == rows.size()) {
      finish();
      return;
    }
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        add(rows);
        if (next == rows.size()) {
          stop();
          finish();
        }
      }
    }.start();
  }

  private void add(List<S> rows) {
    long end = System.nanoTime() + SLICE_NANOS;
    while (next < rows.size() && System.nanoTime() < end) {
      text.append(line(columns, rows.get(next++)));
    }
  }

  static <S> String line(List<TableColumn<S, ?>> columns, S row) {
    StringJoiner line = new StringJoiner("\t", "", "\n");
    columns.forEach(column -> line.add(plain(Cells.words(column, row))));
    return line.toString();
  }

  private void finish() {
    Clips.put(text.toString());
  }

  private static String plain(String cell) {
    return cell == null ? "" : cell.replaceAll("[\\t\\r\\n]+", " ");
  }
}
