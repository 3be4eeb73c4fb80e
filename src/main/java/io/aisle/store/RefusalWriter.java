package io.aisle.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Keeps the refused rows of a version, in the transaction of its {@link VersionWriter}. Confined to
 * the thread of the import.
 */
public final class RefusalWriter implements AutoCloseable {
  private final Database database;
  private final long version;
  private final List<String> reasons;
  private final long[] counts;
  private final Batch batch;

  RefusalWriter(Database database, Connection connection, long version, List<String> reasons) {
    this.database = database;
    this.version = version;
    this.reasons = List.copyOf(reasons);
    this.counts = new long[reasons.size()];
    database.read(
        session ->
            session.list(
                "select reason_no, refused from refusal_count where version_id = ?",
                row -> counts[row.getInt(1)] = row.getLong(2),
                version));
    try {
      batch = new Batch(connection, "insert into refused_%d values (?, ?, ?, ?, ?)", version);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /**
   * A refused row.
   *
   * @param reason index in the list of reasons
   * @param file index of the file
   */
  public void add(int reason, int file, long row, String column, String rawLine) {
    try {
      batch.row().setLong(1, Refusals.seq(reason, ++counts[reason]));
      batch.row().setInt(2, file);
      batch.row().setLong(3, row);
      batch.row().setString(4, column);
      batch.row().setString(5, rawLine);
      batch.add();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  void flush() throws SQLException {
    batch.flush();
  }

  /** Writes how many rows were refused for each reason. */
  void count(Session session) throws SQLException {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        session.update(
            "merge into refusal_count key (version_id, reason_no) values (?, ?, ?, ?)",
            version,
            i,
            reasons.get(i),
            counts[i]);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    batch.close();
  }
}
