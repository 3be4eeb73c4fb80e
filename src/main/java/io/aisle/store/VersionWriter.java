package io.aisle.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;

/**
 * Fills a version in committed chunks: events, dictionary entries, refused rows and the position
 * reached become durable together or not at all. Confined to the thread of the import, which must
 * not be interrupted.
 */
public final class VersionWriter implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;
  private final long version;
  private final Connection connection;
  private final Batch events;
  private final Batch users;
  private final Batch items;
  private final Batch renamed;
  private final Batch refused;
  private final Batch titles;
  private final long[] refusedCount;
  private final List<String> reasons;
  private JudgementWriter judgements;
  private long seq;
  private int userCount;
  private int itemCount;

  /**
   * Goes on where the version stands.
   *
   * @param reasons all reasons for which rows may be refused, in the order in which they are shown;
   *     the same list whenever this version is opened
   */
  public VersionWriter(Database database, long version, List<String> reasons) {
    this.database = database;
    this.version = version;
    this.reasons = List.copyOf(reasons);
    this.refusedCount = new long[reasons.size()];
    loadCounts();
    this.connection = database.connection();
    try {
      connection.setAutoCommit(false);
      events = batch("insert into event_%d values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
      users = batch("insert into user_%d (no, name) values (?, ?)");
      items = batch("insert into item_%d values (?, ?, ?, ?, ?)");
      renamed = batch("update item_%d set title = ?, category = ? where no = ?");
      refused = batch("insert into refused_%d values (?, ?, ?, ?, ?)");
      titles = batch("insert into title_%d values (?, ?)");
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  private void loadCounts() {
    database.read(
        session -> {
          session.list(
              "select reason_no, refused from refusal_count where version_id = ?",
              row -> refusedCount[row.getInt(1)] = row.getLong(2),
              version);
          session.first(
              "select events, users, items from dataset_version where id = ?",
              row -> {
                seq = row.getLong(1);
                userCount = row.getInt(2);
                itemCount = row.getInt(3);
                return seq;
              },
              version);
          return seq;
        });
  }

  private Batch batch(String sql) throws SQLException {
    return new Batch(connection.prepareStatement(sql.formatted(version)));
  }

  /** Number of events so far. */
  public long events() {
    return seq;
  }

  /** Number of items so far. */
  public int items() {
    return itemCount;
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

  /** The next entry of the dictionary of users; numbers count from 0 without gaps. */
  public void user(int no, String name) {
    try {
      users.row().setInt(1, no);
      users.row().setString(2, name);
      users.add();
      userCount = no + 1;
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /** The next entry of the dictionary of items. */
  public void item(int no, ItemName item) {
    item(no, item, null);
  }

  /** As {@link #item(int, ItemName)}, with what an item file says of it; kept as JSON. */
  public void item(int no, ItemName item, Map<String, String> attributes) {
    try {
      items.row().setInt(1, no);
      items.row().setString(2, item.name());
      items.row().setString(3, item.title());
      items.row().setString(4, item.category());
      items.row().setString(5, attributes == null ? null : json(attributes));
      items.add();
      itemCount = no + 1;
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /** A title or category that a later row made known. */
  public void rename(int no, ItemName item) {
    try {
      // the entry may still wait in its own batch
      items.flush();
      renamed.row().setString(1, item.title());
      renamed.row().setString(2, item.category());
      renamed.row().setInt(3, no);
      renamed.add();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /** A title of an item beside the one that it keeps. */
  public void otherTitle(int no, String title) {
    try {
      titles.row().setInt(1, no);
      titles.row().setString(2, title);
      titles.add();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /** What an item file says about an item; attributes are kept as JSON. */
  public void describeItem(int no, ItemName item, Map<String, String> attributes) {
    describe(
        "update item_%d set title = ?, category = ?, attributes = ? where no = ?",
        item.title(), item.category(), json(attributes), no);
  }

  /** What a user file says about a user; attributes are kept as JSON. */
  public void describeUser(int no, Map<String, String> attributes) {
    describe("update user_%d set attributes = ? where no = ?", json(attributes), no);
  }

  private void describe(String sql, Object... arguments) {
    try {
      users.flush();
      items.flush();
      new Session(connection).update(sql.formatted(version), arguments);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  private static String json(Map<String, String> attributes) {
    try {
      return JSON.writeValueAsString(attributes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written", e);
    }
  }

  /**
   * A refused row.
   *
   * @param reason index in the list of reasons
   * @param file index of the file
   */
  public void refuse(int reason, int file, long row, String column, String rawLine) {
    try {
      refused.row().setLong(1, Refusals.seq(reason, ++refusedCount[reason]));
      refused.row().setInt(2, file);
      refused.row().setLong(3, row);
      refused.row().setString(4, column);
      refused.row().setString(5, rawLine);
      refused.add();
    } catch (SQLException e) {
      throw database.failure(e);
    }
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
      users.flush();
      items.flush();
      renamed.flush();
      refused.flush();
      titles.flush();
      if (judgements != null) {
        judgements.flush();
      }
      Session session = new Session(connection);
      session.update(
          "update dataset_version set rows_read = ?, events = ?, users = ?, items = ? where id = ?",
          position.read(),
          seq,
          userCount,
          itemCount,
          version);
      session.update(
          "merge into import_position key (version_id) values (?, ?, ?, ?, ?)",
          version,
          position.file(),
          position.row(),
          position.read(),
          position.hash());
      for (int i = 0; i < refusedCount.length; i++) {
        if (refusedCount[i] > 0) {
          session.update(
              "merge into refusal_count key (version_id, reason_no) values (?, ?, ?, ?)",
              version,
              i,
              reasons.get(i),
              refusedCount[i]);
        }
      }
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
        users;
        items;
        renamed;
        refused;
        titles;
        JudgementWriter _ = judgements) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }
}
