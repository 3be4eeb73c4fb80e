package io.aisle.store;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.Refusal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

  private record Group(int no, String reason, long rows) {}

  /**
   * @param reason only those; null for all
   * @param from position in that list, from 1
   */
  public List<Refusal> page(DatasetVersion version, String reason, long from, int count) {
    return database.read(
        session -> {
          List<Group> groups =
              session.list(
                  "select reason_no, reason, refused from refusal_count where version_id = ?"
                      + " and refused > 0 order by reason_no",
                  row -> new Group(row.getInt(1), row.getString(2), row.getLong(3)),
                  version.id());
          List<Refusal> page = new ArrayList<>();
          long before = 0;
          for (Group group : groups) {
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
