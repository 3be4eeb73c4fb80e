package io.aisle.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueDouble;
import org.h2.value.ValueInteger;
import org.h2.value.ValueNull;
import org.h2.value.ValueTinyint;

/** The events of a version as {@link TableRows}. Confined to one thread. */
final class EventRows {
  private final TableRows rows;

  /**
   * @param connection of the program itself
   */
  EventRows(Connection connection, long version) throws SQLException {
    rows = TableRows.of(connection, "EVENT_" + version);
  }

  /**
   * @param seq its number, above all that are there
   */
  void put(long seq, EventValues event) {
    rows.put(
        seq,
        ValueBigint.get(seq),
        ValueInteger.get(event.user()),
        ValueInteger.get(event.item()),
        ValueTinyint.get(event.kind()),
        event.millis() == EventValues.NO_TIME
            ? ValueNull.INSTANCE
            : ValueBigint.get(event.millis()),
        TableRows.text(event.session()),
        number(event.value()),
        number(event.price()),
        number(event.quantity()),
        TableRows.text(event.query()),
        event.position() < 0 ? ValueNull.INSTANCE : ValueInteger.get(event.position()));
  }

  private static Value number(double value) {
    return Double.isNaN(value) ? ValueNull.INSTANCE : ValueDouble.get(value);
  }

  /** The events of a range, in their order; sessions, queries and positions are left out. */
  void scan(long from, long to, Events.Visitor visitor) {
    rows.scan(from, to, row -> visitor.event(values(row)));
  }

  /** The sessions of the events of a range, in their order; null where absent. */
  void sessions(long from, long to, Consumer<String> visitor) {
    rows.scan(from, to, row -> visitor.accept(row.getValue(5).getString()));
  }

  /** Without session, query and position. */
  static EventValues values(SearchRow row) {
    Value millis = row.getValue(4);
    return new EventValues(
        row.getValue(1).getInt(),
        row.getValue(2).getInt(),
        row.getValue(3).getByte(),
        ValueNull.INSTANCE.equals(millis) ? EventValues.NO_TIME : millis.getLong(),
        null,
        number(row.getValue(6)),
        number(row.getValue(7)),
        number(row.getValue(8)),
        null,
        -1);
  }

  private static double number(Value value) {
    return ValueNull.INSTANCE.equals(value) ? Double.NaN : value.getDouble();
  }

  void changed() {
    rows.changed();
  }
}
