package io.aisle.store;

import io.aisle.domain.data.CellType;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.QueryView;
import io.aisle.domain.data.TableHead;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The columns of a view and where each comes from.
 *
 * @param name of the view
 */
record QueryColumns(String name, boolean shared, List<Column> columns) {
  /** Stands for the words of the kinds of events. */
  private static final String KINDS =
      Arrays.stream(EventKind.values())
          .map(kind -> "'" + kind.id() + "'")
          .collect(Collectors.joining(",", "array[", "]"));

  /** A column and its expression over the tables of the store. */
  record Column(TableHead head, String expression) {}

  /**
   * @param lines a column each: name, type, expression; a column that ends in {@code millis} or
   *     {@code _time} and is a time is counted in milliseconds in the store
   */
  static QueryColumns of(String name, boolean shared, String lines) {
    return new QueryColumns(name, shared, lines.strip().lines().map(QueryColumns::column).toList());
  }

  private static Column column(String line) {
    String[] parts = line.strip().split(" +", 3);
    CellType type = CellType.valueOf(parts[1].toUpperCase(Locale.ROOT));
    return new Column(new TableHead(parts[0], type), expression(parts[2]));
  }

  private static String expression(String said) {
    if (said.startsWith("instant ")) {
      return "dateadd('MILLISECOND', %s, timestamp '1970-01-01 00:00:00')"
          .formatted(said.substring("instant ".length()));
    }
    return said.startsWith("kind ")
        ? "%s[%s + 1]".formatted(KINDS, said.substring("kind ".length()))
        : said;
  }

  /** The query of those columns whose expression passes. */
  String select(Predicate<Column> wanted, String from) {
    return columns.stream()
        .filter(wanted)
        .map(column -> column.expression() + " as " + column.head().name())
        .collect(Collectors.joining(", ", "select ", " from " + from));
  }

  String select(String from) {
    return select(column -> true, from);
  }

  QueryView described() {
    return new QueryView(name, shared, columns.stream().map(Column::head).toList());
  }
}
