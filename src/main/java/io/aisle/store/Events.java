package io.aisle.store;

import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.job.CancelSignal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
                rows(version, "event_%d".formatted(version), "where e.seq between ? and ?"),
                Events::row,
                fromSeq,
                fromSeq + count - 1));
  }

  /**
   * The session of every event in the order of {@code seq}; null where absent. Read in pages.
   *
   * @param visitor called once for each event
   */
  public void sessions(long version, long events, CancelSignal cancel, Consumer<String> visitor) {
    for (long from = 1; from <= events; from += SCAN_ROWS) {
      cancel.check();
      long first = from;
      database.read(
          session -> {
            new EventRows(session.connection(), version)
                .sessions(first, Math.min(events, first + SCAN_ROWS - 1), visitor);
            return null;
          });
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

  /** The events with the given numbers, by {@code seq}. */
  public List<EventRow> rows(long version, Long[] seqs) {
    // the numbers as a table: the key of the events is looked up once for each
    String wanted =
        "(select e.* from unnest(cast(? as bigint array)) as n(seq) join event_%d e on e.seq = n.seq)"
            .formatted(version);
    return database.read(
        session -> session.list(rows(version, wanted, ""), Events::row, (Object) seqs));
  }

  private static String rows(long version, String events, String condition) {
    return """
    select e.seq, u.name, i.name, i.title, e.kind, e.millis, e.session, e.amount,
           e.price, e.quantity
    from %2$s e join user_%1$d u on u.no = e.user_no join item_%1$d i on i.no = e.item_no
    %3$s order by e.seq
    """
        .formatted(version, events, condition);
  }

  /** What the dictionary has of a user; empty when it does not have the user. */
  public Optional<UserEntry> user(long version, String name) {
    return database.read(
        session ->
            session.first(
                "select no, attributes from user_%d where name = ?".formatted(version),
                row -> new UserEntry(row.getInt(1), row.getString(2)),
                name));
  }

  /**
   * A user of the dictionary.
   *
   * @param no number in the snapshot's columns
   * @param attributes as JSON; null when none are known
   */
  public record UserEntry(int no, String attributes) {}

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

  static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  /** Every event of a version, read in pages; sessions, queries and positions are left out. */
  public void scan(long version, long events, CancelSignal cancel, Visitor visitor) {
    for (long from = 1; from <= events; from += SCAN_ROWS) {
      cancel.check();
      long first = from;
      database.read(
          session -> {
            new EventRows(session.connection(), version)
                .scan(first, Math.min(events, first + SCAN_ROWS - 1), visitor);
            return null;
          });
    }
  }

  /** Epoch milliseconds of the first event that has a time; empty when none has. */
  public OptionalLong first(long version) {
    return database
        .read(
            session ->
                session.first(
                    "select min(millis) from event_%d having min(millis) is not null"
                        .formatted(version),
                    row -> row.getLong(1)))
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
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
