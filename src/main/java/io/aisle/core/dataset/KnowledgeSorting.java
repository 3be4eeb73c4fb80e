package io.aisle.core.dataset;

import io.aisle.domain.data.KnowledgeKind;
import io.aisle.domain.data.RowSort;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.KnowledgeRows;

/**
 * Puts the keys of queries, reviews and triples into the order of a column. The column is read once
 * for each order, of long texts the first {@value #LONGEST} characters; no row is kept.
 * Thread-safe.
 */
final class KnowledgeSorting {
  static final int LONGEST = 64;

  private final KnowledgeRows rows;

  KnowledgeSorting(KnowledgeRows rows) {
    this.rows = rows;
  }

  /**
   * @param keys of rows, ascending
   * @return the same keys in the order
   */
  long[] sorted(
      long version, KnowledgeKind<?> kind, long[] keys, RowSort sort, CancelSignal cancel) {
    Column column = new Column(keys.length);
    rows.values(version, kind, sort.column(), keys, cancel, column);
    KeyOrder order = KeyOrder.of(column.keys(), cancel);
    int[] places = order.order();
    long[] sorted = new long[keys.length];
    for (int i = 0; i < sorted.length; i++) {
      boolean turned = sort.descending() && i < order.present();
      sorted[i] = keys[places[turned ? order.present() - 1 - i : i]];
    }
    return sorted;
  }

  /** The values of one column, of which all are texts or all are numbers. */
  private static final class Column implements KnowledgeRows.Visitor {
    private final long[] numbers;
    private final TextColumn texts;
    private int read;
    private boolean numeric;

    Column(int size) {
      this.numbers = new long[size];
      this.texts = new TextColumn(size);
    }

    @Override
    public void text(String text) {
      numbers[read++] = KeyOrder.NONE;
      texts.add(text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }

    @Override
    public void number(double number) {
      numeric = true;
      numbers[read++] = KeyOrder.of(number);
    }

    long[] keys() {
      return numeric ? numbers : texts.keys();
    }
  }
}
