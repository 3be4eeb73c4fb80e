package io.aisle.ui.common;

import io.aisle.core.job.JobWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ObservableListBase;

/**
 * A list as long as a table in the store, of which only the pages that were looked at are in
 * memory. A row that is not there yet is null and is announced when it has come. FX thread only.
 *
 * @param <T> a row
 */
public final class PagedList<T> extends ObservableListBase<T> {
  /** Rows of one page. */
  public static final int PAGE = 200;

  private static final int PAGES_KEPT = 50;

  private final Background background;
  private final String title;
  private final int size;
  private final Source<T> source;
  private final Map<Integer, List<T>> pages =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<T>> eldest) {
          return size() > PAGES_KEPT;
        }
      };

  /** Where pages come from; called on a thread of the job runner. */
  @FunctionalInterface
  public interface Source<T> {
    /**
     * @param from index of the first row, from 0
     * @param count rows wanted
     */
    List<T> page(int from, int count);
  }

  public PagedList(Background background, String title, int size, Source<T> source) {
    this.background = background;
    this.title = title;
    this.size = size;
    this.source = source;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public T get(int index) {
    int page = index / PAGE;
    List<T> rows = pages.get(page);
    if (rows == null) {
      pages.put(page, List.of());
      fetch(page);
      return null;
    }
    int within = index - page * PAGE;
    return within < rows.size() ? rows.get(within) : null;
  }

  /**
   * Reads rows that need not be in memory, without keeping them.
   *
   * @param wanted indices in ascending order
   * @param then gets the rows in that order
   */
  public void read(List<Integer> wanted, Consumer<List<T>> then) {
    JobWork<List<T>> work =
        control -> {
          List<T> found = new ArrayList<>(wanted.size());
          int page = -1;
          List<T> rows = List.of();
          for (int index : wanted) {
            if (index / PAGE != page) {
              control.check();
              page = index / PAGE;
              rows = source.page(page * PAGE, Math.min(PAGE, size - page * PAGE));
            }
            if (index % PAGE < rows.size()) {
              found.add(rows.get(index % PAGE));
            }
          }
          return found;
        };
    var unused = background.read(title, work, then);
  }

  private void fetch(int page) {
    int from = page * PAGE;
    JobWork<List<T>> work = control -> source.page(from, Math.min(PAGE, size - from));
    var unused = background.read(title, work, rows -> arrived(page, rows));
  }

  private void arrived(int page, List<T> rows) {
    pages.put(page, rows);
    int from = page * PAGE;
    beginChange();
    for (int row = 0; row < rows.size(); row++) {
      nextUpdate(from + row);
    }
    endChange();
  }
}
