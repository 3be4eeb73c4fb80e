package io.aisle.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Fills a version in committed chunks: events, dictionary entries, refused rows and the position
 * reached become durable together or not at all. Confined to the thread of the import, which must
 * not be interrupted.
 */
public final class VersionWriter implements AutoCloseable {
  private final Database database;
  private final long version;
  private final Connection connection;
  private final EventRows events;
  private final EntryWriter entries;
  private final RefusalWriter refusals;
  private JudgementWriter judgements;
  private EventSpool noted;
  private EntryWriter.Counts committed = new EntryWriter.Counts(0, 0);
  private long committedSeq;
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
    loadCounts();
    this.connection = database.connection();
    this.refusals = new RefusalWriter(database, connection, version, reasons);
    try {
      connection.setAutoCommit(false);
      trim(); // a crash may have left rows behind the position that was committed last
      events = new EventRows(connection, version);
      entries = new EntryWriter(database, connection, version, committed);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  private void loadCounts() {
    database.read(
        session ->
            session.first(
                "select events, users, items from dataset_version where id = ?",
                row -> {
                  seq = row.getLong(1);
                  committedSeq = seq;
                  committed = new EntryWriter.Counts(row.getInt(2), row.getInt(3));
                  return seq;
                },
                version));
  }

  /** Removes the rows that were put behind the last commit. */
  private void trim() throws SQLException {
    Session session = new Session(connection);
    session.update("delete from event_%d where seq > ?".formatted(version), committedSeq);
    session.update("delete from user_%d where no >= ?".formatted(version), committed.users());
    session.update("delete from item_%d where no >= ?".formatted(version), committed.items());
    connection.commit();
  }

  /** Notes events that are put from now on for a snapshot. */
  public void noteIn(EventSpool spool) {
    noted = spool;
  }

  /** Number of events so far. */
  public long events() {
    return seq;
  }

  /**
   * Epoch milliseconds of the first event that has a time; empty when none has. Looks through the
   * events that are durable where not all were noted.
   */
  public OptionalLong firstEvent() {
    if (noted == null || noted.size() != seq) {
      return new Events(database).first(version);
    }
    Long first = noted.first();
    return first == null ? OptionalLong.empty() : OptionalLong.of(first);
  }

  /** Number of items so far. */
  public int items() {
    return entries.counts().items();
  }

  public void event(EventValues event) {
    events.put(++seq, event);
    if (noted != null) {
      noted.add(event);
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
      committedSeq = seq;
      committed = entries.counts();
      events.changed();
      entries.changed();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /** Gives the connection back; what was not committed is gone. */
  @Override
  public void close() {
    try (connection;
        entries;
        refusals;
        JudgementWriter _ = judgements) {
      connection.rollback();
      trim();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }
}
