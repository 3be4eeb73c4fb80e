package io.aisle.store;

import io.aisle.store.salvage.Readable;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.db.MVPrimaryIndex;
import org.h2.mvstore.db.MVTable;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.h2.value.ValueVarchar;
import org.h2.value.VersionedValue;

/**
 * The rows of a table in the B-tree that H2 keeps them in, by a key that is a whole number; past
 * SQL and past the log of its transactions, which would write every row three times
 * (docs/decisions/0018). What is put here is there at once and is never rolled back: whoever goes
 * on with a version first removes the rows behind its last committed position. Confined to one
 * thread.
 */
final class TableRows {
  private final SessionLocal session;
  private final MVTable table;
  private final MVMap<Long, VersionedValue<SearchRow>> rows;

  private TableRows(
      SessionLocal session, MVTable table, MVMap<Long, VersionedValue<SearchRow>> rows) {
    this.session = session;
    this.table = table;
    this.rows = rows;
  }

  /**
   * @param connection of the program itself
   * @param name of a table in the main schema with a whole number as its primary key
   */
  static TableRows of(Connection connection, String name) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    MVTable table = (MVTable) session.getDatabase().getMainSchema().findTableOrView(session, name);
    MVPrimaryIndex index = (MVPrimaryIndex) table.getScanIndex(session);
    return new TableRows(session, table, index.getMVMap());
  }

  /**
   * Adds a row, or puts it in the place of one that is there.
   *
   * @param values of all columns, the key included
   */
  void put(long key, Value... values) {
    Row row = table.createRow(values, SearchRow.MEMORY_CALCULATE);
    row.setKey(key);
    var unused = rows.put(key, committed(row));
  }

  /** A value of a row that is there, by the number of its column from 0; null when it has none. */
  String text(long key, int column) {
    VersionedValue<SearchRow> there = rows.get(key);
    return there == null ? null : there.getCurrentValue().getValue(column).getString();
  }

  /** A row as such stands for itself without a transaction. */
  @SuppressWarnings("unchecked")
  private static VersionedValue<SearchRow> committed(Row row) {
    return (VersionedValue<SearchRow>) (VersionedValue<?>) row;
  }

  /** Takes the values of a row, by the number of the column from 0. */
  @FunctionalInterface
  interface Reader {
    void row(SearchRow row);
  }

  /** The committed rows of a range of keys, in their order, as they are now. */
  void scan(long from, long to, Reader reader) {
    Cursor<Long, VersionedValue<SearchRow>> cursor = rows.cursor(from, to, false);
    while (cursor.hasNext()) {
      var unused = cursor.next();
      SearchRow row = cursor.getValue().getCommittedValue();
      if (row != null) {
        reader.row(row);
      }
    }
  }

  /** All committed rows with their keys. */
  long all(Readable.Visitor visitor) {
    long count = 0;
    Cursor<Long, VersionedValue<SearchRow>> cursor = rows.cursor(null, null, false);
    while (cursor.hasNext()) {
      long key = cursor.next();
      SearchRow row = cursor.getValue().getCommittedValue();
      if (row != null) {
        count++;
        visitor.row(key, row);
      }
    }
    return count;
  }

  /** Says that results which H2 remembers of this table are outdated. */
  void changed() {
    table.setModificationDataId(session.getDatabase().getNextModificationDataId());
  }

  static Value text(String text) {
    return text == null ? ValueNull.INSTANCE : ValueVarchar.get(text);
  }
}
