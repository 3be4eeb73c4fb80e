package io.aisle.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/**
 * Fills a version in committed chunks: events, dictionary entries, refused rows and the position
 * reached become durable together or not at all. Confined to the thread of the import, which must
 * not be interrupted.
 */
public final class VersionWriter implements AutoCloseable {
  private final Database database;
  private final long version;
  private final Connection connection;
  private final Batch events;
  private final EntryWriter entries;
  private final RefusalWriter refusals;
  private JudgementWriter judgements;
  private long seq;

  /**
   * Goes on where the version stands.
   *
   * @param reasons all reasons for which rows may be refused, in the order in which they are shown;
   *     the same list whenever this version is opened
   */
  public VersionWriter(Database database, long version, List<String> reasons) {
    this.database = database;
    this.version = version;
    EntryWriter.Counts counts = loadCounts();
    this.connection = database.connection();
    this.entries = new EntryWriter(database, connection, version, counts);
    this.refusals = new RefusalWriter(database, connection, version, reasons);
    try {
      connection.setAutoCommit(false);
      events =
          new Batch(
              connection, "insert into event_%d values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", version);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  private EntryWriter.Counts loadCounts() {
    return database.read(
        session -> {
          return session
              .first(
                  "select events, users, items from dataset_version where id = ?",
                  row -> {
                    seq = row.getLong(1);
                    return new EntryWriter.Counts(row.getInt(2), row.getInt(3));
                  },
                  version)
              .orElse(new EntryWriter.Counts(0, 0));
        });
  }

  /** Number of events so far. */
  public long events() {
    return seq;
  }

  /** Number of items so far. */
  public int items() {
    return entries.counts().items();
  }

  public void event(EventValues event) {
    try {
      PreparedStatement row = events.row();
      row.setLong(1, ++seq);
      row.setInt(2, event.user());
      row.setInt(3, event.item());
      row.setByte(4, event.kind());
      if (event.millis() == EventValues.NO_TIME) {
        row.setNull(5, Types.BIGINT);
      } else {
        row.setLong(5, event.millis());
      }
      row.setString(6, event.session());
      number(row, 7, event.value());
      number(row, 8, event.price());
      number(row, 9, event.quantity());
      row.setString(10, event.query());
      if (event.position() < 0) {
        row.setNull(11, Types.INTEGER);
      } else {
        row.setInt(11, event.position());
      }
      events.add();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  private static void number(PreparedStatement row, int index, double value) throws SQLException {
    if (Double.isNaN(value)) {
      row.setNull(index, Types.DOUBLE);
    } else {
      row.setDouble(index, value);
    }
  }

  /** Where refused rows go; they become durable with the next chunk. */
  public RefusalWriter refusals() {
    return refusals;
  }

  /** Where the names of users and items go; they become durable with the next chunk. */
  public EntryWriter entries() {
    return entries;
  }

  /** Where queries and grades go; they become durable with the next chunk. */
  public JudgementWriter judgements() {
    if (judgements == null) {
      judgements = new JudgementWriter(database, connection, version);
    }
    return judgements;
  }

  /** Ends a chunk: all rows up to the position become durable. */
  public void commit(StoredImport.Position position) {
    try {
      events.flush();
      entries.flush();
      refusals.flush();
      if (judgements != null) {
        judgements.flush();
      }
      Session session = new Session(connection);
      session.update(
          "update dataset_version set rows_read = ?, events = ?, users = ?, items = ? where id = ?",
          position.read(),
          seq,
          entries.counts().users(),
          entries.counts().items(),
          version);
      session.update(
          "merge into import_position key (version_id) values (?, ?, ?, ?, ?)",
          version,
          position.file(),
          position.row(),
          position.read(),
          position.hash());
      refusals.count(session);
      connection.commit();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /** Gives the connection back; what was not committed is gone. */
  @Override
  public void close() {
    try (connection;
        events;
        entries;
        refusals;
        JudgementWriter _ = judgements) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }
}
