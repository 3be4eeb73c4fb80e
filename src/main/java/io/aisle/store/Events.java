package io.aisle.store;

import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.job.CancelSignal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The events and dictionaries of versions. Thread-safe. */
public final class Events {
  private static final int SCAN_ROWS = 50_000;

  private final Database database;

  public Events(Database database) {
    this.database = database;
  }

  /** Takes events in the order of {@code seq}. */
  @FunctionalInterface
  public interface Visitor {
    void event(EventValues event);
  }

  /** A page for a table, by {@code seq} from 1. */
  public List<EventRow> page(long version, long fromSeq, int count) {
    return database.read(
        session ->
            session.list(
                """
                select e.seq, u.name, i.name, i.title, e.kind, e.millis, e.session, e.amount,
                       e.price, e.quantity
                from event_%1$d e join user_%1$d u on u.no = e.user_no
                     join item_%1$d i on i.no = e.item_no
                where e.seq between ? and ? order by e.seq
                """
                    .formatted(version),
                Events::row,
                fromSeq,
                fromSeq + count - 1));
  }

  /** Some events by their {@code seq}, in its order. */
  public List<EventRow> rows(long version, long[] seqs) {
    return database.read(
        session ->
            session.list(
                """
                select e.seq, u.name, i.name, i.title, e.kind, e.millis, e.session, e.amount,
                       e.price, e.quantity
                from unnest(?) as wanted(seq) join event_%1$d e on e.seq = wanted.seq
                     join user_%1$d u on u.no = e.user_no join item_%1$d i on i.no = e.item_no
                order by e.seq
                """
                    .formatted(version),
                Events::row,
                (Object) Arrays.stream(seqs).boxed().toArray(Long[]::new)));
  }

  /**
   * The session of every event in the order of {@code seq}; null where absent. Read in pages.
   *
   * @param visitor called once for each event
   */
  public void sessions(long version, long events, CancelSignal cancel, Consumer<String> visitor) {
    String sql =
        "select session from event_%d where seq between ? and ? order by seq".formatted(version);
    for (long from = 1; from <= events; from += SCAN_ROWS) {
      cancel.check();
      long first = from;
      database
          .read(session -> session.list(sql, row -> row.getString(1), first, first + SCAN_ROWS - 1))
          .forEach(visitor);
    }
  }

  /** Titles of items beside the one that each keeps; empty for versions that did not keep them. */
  public Optional<Map<Integer, List<String>>> otherTitles(long version) {
    return database.read(
        session -> {
          Optional<Integer> kept =
              session.first(
                  "select 1 from information_schema.tables where table_name = ?",
                  row -> row.getInt(1),
                  "TITLE_" + version);
          return kept.isEmpty() ? Optional.empty() : Optional.of(titles(session, version));
        });
  }

  private static Map<Integer, List<String>> titles(Session session, long version)
      throws SQLException {
    Map<Integer, List<String>> titles = new TreeMap<>();
    session.list(
        "select item_no, title from title_%d".formatted(version),
        row ->
            titles.computeIfAbsent(row.getInt(1), no -> new ArrayList<>()).add(row.getString(2)));
    return titles;
  }

  private static EventRow row(ResultSet row) throws SQLException {
    String title = row.getString(4);
    return new EventRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        title.isEmpty() ? null : title,
        EventKind.values()[row.getByte(5)],
        Versions.instant(row, "millis"),
        row.getString(7),
        number(row, 8),
        number(row, 9),
        number(row, 10));
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  /** Every event of a version, read in pages; sessions, queries and positions are left out. */
  public void scan(long version, long events, CancelSignal cancel, Visitor visitor) {
    String sql =
        "select user_no, item_no, kind, millis, amount, price, quantity from event_%d where seq between ? and ? order by seq"
            .formatted(version);
    for (long from = 1; from <= events; from += SCAN_ROWS) {
      cancel.check();
      long first = from;
      List<EventValues> page =
          database.read(session -> session.list(sql, Events::values, first, first + SCAN_ROWS - 1));
      page.forEach(visitor::event);
    }
  }

  private static EventValues values(ResultSet row) throws SQLException {
    long read = row.getLong(4); // wasNull speaks of the column that was read last
    long millis = row.wasNull() ? EventValues.NO_TIME : read;
    return new EventValues(
        row.getInt(1),
        row.getInt(2),
        row.getByte(3),
        millis,
        null,
        number(row, 5),
        number(row, 6),
        number(row, 7),
        null,
        -1);
  }

  /** External ids of users in the order of their numbers. */
  public List<String> users(long version) {
    return database.read(
        session ->
            session.list(
                "select name from user_%d order by no".formatted(version),
                row -> row.getString(1)));
  }

  /** Items in the order of their numbers. */
  public List<ItemName> items(long version) {
    return database.read(
        session ->
            session.list(
                "select name, title, category from item_%d order by no".formatted(version),
                row -> new ItemName(row.getString(1), row.getString(2), row.getString(3))));
  }
}
