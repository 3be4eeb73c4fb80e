package io.aisle.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement whose executions are sent together. Confined to one thread. */
final class Batch implements AutoCloseable {
  private static final int SIZE = 1_000;

  private final PreparedStatement statement;
  private int waiting;

  /**
   * @param sql on the tables of a version, with {@code %d} where its number goes
   */
  Batch(Connection connection, String sql, long version) throws SQLException {
    this.statement = connection.prepareStatement(sql.formatted(version));
  }

  /** Where the values of the next execution are set. */
  PreparedStatement row() {
    return statement;
  }

  void add() throws SQLException {
    statement.addBatch();
    if (++waiting == SIZE) {
      flush();
    }
  }

  void flush() throws SQLException {
    if (waiting > 0) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
