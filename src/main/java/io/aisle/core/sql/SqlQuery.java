package io.aisle.core.sql;

import java.time.Duration;

/**
 * A query as the analyst wrote it.
 *
 * @param versionId of the data set version whose views need no schema before their names
 * @param order 1-based column to sort by, negative for the largest first; 0: as the query says
 * @param time after which it is given up, at least a second
 */
public record SqlQuery(String sql, long versionId, int order, Duration time) {
  /** Time that a query may take unless more is asked for. */
  public static final Duration TIME = Duration.ofMinutes(1);

  /** The same, sorted by a column. */
  public SqlQuery orderedBy(int column) {
    return new SqlQuery(sql, versionId, column, time);
  }
}
