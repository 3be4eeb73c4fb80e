package io.aisle.store;

import io.aisle.domain.job.CancelSignal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Reads events with all their columns, page by page in the order of {@code seq}. Thread-safe. */
public final class EventScan {
  private static final int PAGE = 50_000;

  private static final String COLUMNS =
      "select e.user_no, e.item_no, e.kind, e.millis, e.session, e.amount, e.price, e.quantity,"
          + " e.query, e.position from ";

  private final Database database;

  public EventScan(Database database) {
    this.database = database;
  }

  /** Takes pages of events; an exception ends the reading. */
  @FunctionalInterface
  public interface Pages {
    /**
     * @param first place of the first event of the page, from 0
     */
    void page(long first, List<EventValues> events);
  }

  /** Every event of a version. */
  public void all(long version, long events, CancelSignal cancel, Pages pages) {
    from(version, 0, events, cancel, pages);
  }

  /**
   * The events of a version from a place on.
   *
   * @param start from 0
   */
  public void from(long version, long start, long events, CancelSignal cancel, Pages pages) {
    String sql = COLUMNS + "event_%d e where e.seq between ? and ? order by e.seq";
    for (long at = start; at < events; at += PAGE) {
      cancel.check();
      long first = at;
      pages.page(
          first,
          database.read(
              session ->
                  session.list(
                      sql.formatted(version), EventScan::values, first + 1, first + PAGE)));
    }
  }

  /**
   * Some events of a version.
   *
   * @param places from 0, ascending; {@code first} of a page counts among them
   */
  public void some(long version, int[] places, CancelSignal cancel, Pages pages) {
    String sql =
        COLUMNS
            + "unnest(cast(? as bigint array)) as n(seq) join event_%d e on e.seq = n.seq"
            + " order by e.seq";
    for (int at = 0; at < places.length; at += PAGE) {
      cancel.check();
      Long[] wanted =
          Arrays.stream(places, at, Math.min(places.length, at + PAGE))
              .mapToObj(place -> place + 1L)
              .toArray(Long[]::new);
      pages.page(
          at,
          database.read(
              session -> session.list(sql.formatted(version), EventScan::values, (Object) wanted)));
    }
  }

  private static EventValues values(ResultSet row) throws SQLException {
    long read = row.getLong(4); // wasNull speaks of the column that was read last
    long millis = row.wasNull() ? EventValues.NO_TIME : read;
    int place = row.getInt(10);
    int position = row.wasNull() ? -1 : place;
    return new EventValues(
        row.getInt(1),
        row.getInt(2),
        row.getByte(3),
        millis,
        row.getString(5),
        Events.number(row, 6),
        Events.number(row, 7),
        Events.number(row, 8),
        row.getString(9),
        position);
  }
}
