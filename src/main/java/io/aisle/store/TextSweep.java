package io.aisle.store;

import io.aisle.domain.data.ErasedNames;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes names out of all texts of the store but the dictionaries: lines of refused rows that
 * mention one are emptied, elsewhere the name is replaced. Doing it twice does no harm.
 */
public final class TextSweep {
  private static final String REFUSED = "REFUSED_";

  private final Database database;

  public TextSweep(Database database) {
    this.database = database;
  }

  /** A column of texts. */
  private record Column(String table, String name) {
    boolean ofRefusals() {
      return table.startsWith(REFUSED);
    }
  }

  /**
   * @return texts that were changed; equal ones of a column count once
   */
  public int run(ErasedNames names) {
    List<Column> columns =
        database.read(
            session ->
                session.list(
                    """
                    select table_name, column_name from information_schema.columns
                    where table_schema = 'PUBLIC' and data_type like 'CHARACTER%'
                      and table_name <> 'ERASURE' and table_name not like '%\\_WITHOUT'
                      and not (column_name = 'NAME'
                        and (table_name like 'USER\\_%' or table_name like 'ITEM\\_%'))
                    order by table_name, column_name
                    """,
                    row -> new Column(row.getString(1), row.getString(2))));
    int changed = 0;
    for (Column column : columns) {
      List<String> wanted = column.ofRefusals() ? names.all() : names.telling();
      for (String name : wanted) {
        changed += database.write(session -> sweep(session, column, name));
      }
    }
    return changed;
  }

  private static int sweep(Session session, Column column, String name) throws SQLException {
    Pattern word = ErasedNames.words(List.of(name));
    List<String> texts =
        session.list(
            "select distinct %2$s from %1$s where locate(?, %2$s) > 0"
                .formatted(column.table(), column.name()),
            row -> row.getString(1),
            name);
    int changed = 0;
    for (String text : texts) {
      if (word.matcher(text).find()) {
        String without =
            column.ofRefusals()
                ? ErasedNames.MARK
                : word.matcher(text).replaceAll(ErasedNames.MARK);
        session.update(
            "update %1$s set %2$s = ? where %2$s = ?".formatted(column.table(), column.name()),
            without,
            text);
        changed++;
      }
    }
    return changed;
  }
}
