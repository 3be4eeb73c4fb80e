package io.aisle.store;

import io.aisle.store.salvage.Readable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.ValueNull;

/**
 * Takes the tables that belong to no version alone over into a new store, through SQL, so that keys
 * and references hold: a row that nothing stands for any more is left out. Confined to one thread.
 */
final class RegistryCopy {
  /** Others refer to them. */
  private static final List<String> FIRST = List.of(VersionEntry.TABLE, "ERASURE");

  private static final String MADE_HERE = "SCHEMA_VERSION";

  private final Readable from;
  private final Session to;

  /**
   * @param to of a store that has the tables and nothing in them
   */
  RegistryCopy(Readable from, Session to) {
    this.from = from;
    this.to = to;
  }

  void copy() throws SQLException, IOException {
    List<String> tables = new ArrayList<>(FIRST);
    List<String> present = tables(to);
    tables.retainAll(present);
    present.stream()
        .filter(table -> !FIRST.contains(table) && !table.equals(MADE_HERE))
        .forEach(tables::add);
    for (String table : tables) {
      copy(table);
      to.connection().commit();
    }
    for (String table : FIRST) {
      if (present.contains(table)) {
        to.script(
            "alter table %1$s alter column id restart with (select coalesce(max(id), 0) + 1 from %1$s)"
                .formatted(table));
      }
    }
  }

  private void copy(String table) throws SQLException, IOException {
    List<String> columns = new ArrayList<>(columns(to, table));
    columns.retainAll(from.columns(table));
    if (columns.isEmpty()) {
      return;
    }
    int[] source = columns.stream().mapToInt(from.columns(table)::indexOf).toArray();
    List<Object[]> rows = new ArrayList<>();
    var unused = from.read(table, (key, row) -> rows.add(texts(row, source)));
    String insert =
        "insert into %s (%s) overriding system value values (%s)"
            .formatted(
                table,
                columns.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
    for (Object[] row : rows) {
      insert(insert, row);
    }
  }

  private void insert(String statement, Object[] row) throws SQLException {
    try {
      var unused = to.update(statement, row);
    } catch (SQLException e) {
      if (!e.getSQLState().startsWith("23")) { // of what it refers to nothing is left
        throw e;
      }
    }
  }

  private static Object[] texts(SearchRow row, int[] source) {
    Object[] texts = new Object[source.length];
    for (int i = 0; i < source.length; i++) {
      Value value = row.getValue(source[i]);
      texts[i] = ValueNull.INSTANCE.equals(value) ? null : value.getString();
    }
    return texts;
  }

  /** Names of all tables, in capitals. */
  static List<String> tables(Session session) throws SQLException {
    return session.list(
        "select table_name from information_schema.tables where table_schema = 'PUBLIC' and"
            + " table_type = 'BASE TABLE' order by table_name",
        row -> row.getString(1));
  }

  /** Names of a table's columns, in capitals and in their order. */
  static List<String> columns(Session session, String table) throws SQLException {
    return session.list(
        "select column_name from information_schema.columns where table_schema = 'PUBLIC' and"
            + " table_name = ? order by ordinal_position",
        row -> row.getString(1),
        table);
  }
}
