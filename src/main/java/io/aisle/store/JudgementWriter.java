package io.aisle.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills the queries and grades of a version, in the transaction of its {@link VersionWriter}.
 * Confined to the thread of the import.
 */
public final class JudgementWriter implements AutoCloseable {
  private final Database database;
  private final Connection connection;
  private final long version;
  private final Batch queries;
  private final Batch judgements;
  private int queryCount;
  private long seq;

  JudgementWriter(Database database, Connection connection, long version) {
    this.database = database;
    this.connection = connection;
    this.version = version;
    try {
      queries = new Batch(connection, "insert into query_%d values (?, ?)", version);
      judgements = new Batch(connection, "insert into judgement_%d values (?, ?, ?, ?)", version);
      Session session = new Session(connection);
      String there = "select queries, judgements from dataset_version where id = ?";
      queryCount = session.first(there, row -> row.getInt(1), version).orElse(0);
      seq = session.first(there, row -> row.getLong(2), version).orElse(0L);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /** The next query; its number, from 0 without gaps. */
  public int query(String text) {
    try {
      queries.row().setInt(1, queryCount);
      queries.row().setString(2, text);
      queries.add();
      return queryCount++;
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /**
   * @param query number of the query
   * @param item number of the item in the dictionary of items
   */
  public void judgement(int query, int item, int grade) {
    try {
      judgements.row().setLong(1, ++seq);
      judgements.row().setInt(2, query);
      judgements.row().setInt(3, item);
      judgements.row().setInt(4, grade);
      judgements.add();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  void flush() throws SQLException {
    queries.flush();
    judgements.flush();
    var unused =
        new Session(connection)
            .update(
                "update dataset_version set queries = ?, judgements = ? where id = ?",
                queryCount,
                seq,
                version);
  }

  @Override
  public void close() throws SQLException {
    queries.close();
    judgements.close();
  }
}
