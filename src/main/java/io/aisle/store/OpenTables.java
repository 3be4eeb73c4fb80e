package io.aisle.store;

import io.aisle.store.salvage.Garbage;
import io.aisle.store.salvage.Readable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStoreException;
import org.h2.table.Table;

/**
 * The tables of a store that the data base opens, which it does for reading only. Confined to one
 * thread.
 */
final class OpenTables implements Readable, AutoCloseable {
  private final Connection connection;
  private final Session session;
  private final Set<String> tables;
  private boolean failed;

  private OpenTables(Connection connection) throws SQLException {
    this.connection = connection;
    this.session = new Session(connection);
    this.tables = new TreeSet<>(RegistryCopy.tables(session));
  }

  /**
   * Opens a store that nobody holds.
   *
   * @throws SQLException when it does not open
   */
  static OpenTables of(Path folder) throws SQLException {
    Connection connection =
        StoreSource.ofFile(
                folder.resolve(StoreFiles.NAME),
                ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
                "aisle",
                "")
            .getConnection();
    boolean opened = false;
    try {
      OpenTables store = new OpenTables(connection);
      opened = true;
      return store;
    } finally {
      if (!opened) {
        connection.close();
      }
    }
  }

  /** The data base does not open with less. */
  @Override
  public boolean whole() {
    return true;
  }

  @Override
  public Set<String> tables() {
    return tables;
  }

  @Override
  public List<String> columns(String table) {
    try {
      return RegistryCopy.columns(session, table);
    } catch (SQLException e) {
      return List.of(); // it went when the first damaged page was met
    }
  }

  @Override
  public Reading read(String table, Visitor visitor) {
    if (failed || !tables.contains(table)) {
      return Reading.NOTHING;
    }
    try {
      long rows = TableRows.of(connection, table).all(visitor);
      return new Reading(rows, 0, indexesHave(table, rows));
    } catch (SQLException
        | MVStoreException
        | DbException
        | IllegalArgumentException
        | OutOfMemoryError e) {
      Garbage.require(e);
      failed = true; // the data base closes itself at the first page that it cannot read
      return Reading.NOTHING;
    }
  }

  /** Whether every index of a table can be read and has all of its rows. */
  private boolean indexesHave(String name, long rows) throws SQLException {
    SessionLocal local = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    Table table = local.getDatabase().getMainSchema().findTableOrView(local, name);
    for (Index index : table.getIndexes()) {
      long entries = 0;
      Cursor cursor = index.find(local, null, null, false);
      while (cursor.next()) {
        entries++;
      }
      if (entries != rows) {
        return false;
      }
    }
    return true;
  }

  /** One moment only. */
  @Override
  public long place(String table) {
    return 0;
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
