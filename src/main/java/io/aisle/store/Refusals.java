package io.aisle.store;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.Refusal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The rows that an import did not take, grouped by reason. A row's key is made of its reason and
 * its number within it, so that a page of one reason or of all is a range of keys. Thread-safe.
 */
public final class Refusals {
  private static final int REASON_SHIFT = 44;

  private final Database database;

  public Refusals(Database database) {
    this.database = database;
  }

  static long seq(int reason, long number) {
    return ((long) reason << REASON_SHIFT) + number;
  }

  /**
   * Keys of the rows of some reasons whose line holds a text; capital letters do not count.
   *
   * @param reasons empty: all
   * @param words empty: any line
   */
  public long[] find(DatasetVersion version, Collection<String> reasons, String words) {
    return database.read(
        session -> {
          List<Long> keys = new ArrayList<>();
          for (Group group : groups(session, version.id())) {
            if (reasons.isEmpty() || reasons.contains(group.reason)) {
              keys.addAll(keys(session, version.id(), group, words));
            }
          }
          return keys.stream().mapToLong(Long::longValue).toArray();
        });
  }

  private static List<Long> keys(Session session, long version, Group group, String words)
      throws SQLException {
    if (words.isBlank()) {
      return LongStream.rangeClosed(seq(group.no, 1), seq(group.no, group.rows)).boxed().toList();
    }
    return session.list(
        "select seq from refused_%d where seq between ? and ? and locate(?, lower(raw_line)) > 0 order by seq"
            .formatted(version),
        row -> row.getLong(1),
        seq(group.no, 1),
        seq(group.no, group.rows),
        words.strip().toLowerCase(Locale.ROOT));
  }

  /** Refused rows by their keys, in the order of the keys. */
  public List<Refusal> rows(DatasetVersion version, long[] keys) {
    return database.read(
        session -> {
          Map<Integer, String> reasons = new HashMap<>();
          groups(session, version.id()).forEach(group -> reasons.put(group.no, group.reason));
          return session.list(
              """
              select f.path, r.row_no, r.column_name, r.raw_line, r.seq
              from unnest(?) as wanted(seq) join refused_%d r on r.seq = wanted.seq
                   join import_file f on f.version_id = ? and f.position = r.file_no
              order by r.seq
              """
                  .formatted(version.id()),
              row ->
                  new Refusal(
                      Path.of(row.getString(1)).getFileName().toString(),
                      row.getLong(2),
                      row.getString(3),
                      reasons.get((int) (row.getLong(5) >> REASON_SHIFT)),
                      row.getString(4)),
              Arrays.stream(keys).boxed().toArray(Long[]::new),
              version.id());
        });
  }

  private static List<Group> groups(Session session, long version) throws SQLException {
    return session.list(
        "select reason_no, reason, refused from refusal_count where version_id = ?"
            + " and refused > 0 order by reason_no",
        row -> new Group(row.getInt(1), row.getString(2), row.getLong(3)),
        version);
  }

  private record Group(int no, String reason, long rows) {}

  /**
   * @param reason only those; null for all
   * @param from position in that list, from 1
   */
  public List<Refusal> page(DatasetVersion version, String reason, long from, int count) {
    return database.read(
        session -> {
          List<Refusal> page = new ArrayList<>();
          long before = 0;
          for (Group group : groups(session, version.id())) {
            if (reason != null && !reason.equals(group.reason)) {
              continue;
            }
            long first = Math.max(1, from - before);
            long last = Math.min(group.rows, from - before + count - 1);
            before += group.rows;
            if (first <= last) {
              page.addAll(rows(session, version.id(), group, first, last));
            }
          }
          return page;
        });
  }

  private static List<Refusal> rows(
      Session session, long version, Group group, long first, long last) throws SQLException {
    return session.list(
        """
        select f.path, r.row_no, r.column_name, r.raw_line
        from refused_%d r join import_file f on f.version_id = ? and f.position = r.file_no
        where r.seq between ? and ? order by r.seq
        """
            .formatted(version),
        row ->
            new Refusal(
                Path.of(row.getString(1)).getFileName().toString(),
                row.getLong(2),
                row.getString(3),
                group.reason,
                row.getString(4)),
        version,
        seq(group.no, first),
        seq(group.no, last));
  }
}
