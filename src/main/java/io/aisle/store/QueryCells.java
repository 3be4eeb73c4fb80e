package io.aisle.store;

import io.aisle.domain.data.CellType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Cells of results as plain values. */
final class QueryCells {
  /** Characters of a cell; the rest is cut. */
  private static final int LONGEST = 100_000;

  private QueryCells() {}

  static CellType type(int jdbc) {
    return switch (jdbc) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> CellType.WHOLE;
      case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> CellType.NUMBER;
      case Types.BOOLEAN -> CellType.FLAG;
      case Types.DATE -> CellType.DATE;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> CellType.TIME;
      default -> CellType.TEXT;
    };
  }

  static Object cell(ResultSet row, int column, CellType type) throws SQLException {
    return switch (type) {
      case TEXT -> {
        String text = row.getString(column);
        yield text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
      }
      case WHOLE -> {
        long value = row.getLong(column);
        yield row.wasNull() ? null : value;
      }
      case NUMBER -> {
        Object value = row.getObject(column);
        yield value instanceof Float single ? (Object) single.doubleValue() : value;
      }
      case FLAG -> {
        boolean value = row.getBoolean(column);
        yield row.wasNull() ? null : value;
      }
      case DATE -> row.getObject(column, LocalDate.class);
      case TIME -> time(row.getObject(column), row, column);
    };
  }

  private static LocalDateTime time(Object value, ResultSet row, int column) throws SQLException {
    return value instanceof OffsetDateTime instant
        ? instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
        : row.getObject(column, LocalDateTime.class);
  }

  /** What H2 says, without the statement and the number. */
  static String plain(SQLException e) {
    return StoreDamage.firstLine(e)
        .replaceFirst("; SQL statement:.*", "")
        .replaceFirst(" \\[\\d+-\\d+\\]$", "")
        .strip();
  }
}
