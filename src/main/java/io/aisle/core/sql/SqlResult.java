package io.aisle.core.sql;

import io.aisle.domain.data.TableHead;
import java.util.List;

/** The rows of a query, kept in a file until they are closed. Thread-safe. */
public final class SqlResult implements AutoCloseable {
  private final SqlQuery query;
  private final Spool rows;
  private final boolean whole;
  private final long nanos;

  SqlResult(SqlQuery query, Spool rows, boolean whole, long nanos) {
    this.query = query;
    this.rows = rows;
    this.whole = whole;
    this.nanos = nanos;
  }

  /** What was run. */
  public SqlQuery query() {
    return query;
  }

  public List<TableHead> heads() {
    return rows.heads();
  }

  /** Rows that are there. */
  public int size() {
    return rows.size();
  }

  /** Whether these are all rows of the query. */
  public boolean whole() {
    return whole;
  }

  /** Time until the last row was there, nanoseconds. */
  public long nanos() {
    return nanos;
  }

  /**
   * Rows of a table, cells as {@link io.aisle.domain.data.CellType} says. None once it is closed.
   *
   * @param from index of the first, from 0
   */
  public List<Object[]> page(int from, int count) {
    return rows.page(from, count);
  }

  @Override
  public void close() {
    rows.close();
  }
}
