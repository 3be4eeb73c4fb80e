package io.aisle.core.dataset.table;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** The values of one column of a Parquet file as texts. */
interface ParquetText {
  long JULIAN_DAY_OF_1970 = 2_440_588;

  String of(Object value);

  /** Times come out in ISO format, in UTC where the file says so; whole numbers without a point. */
  static ParquetText of(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    PrimitiveTypeName physical = type.getPrimitiveTypeName();
    if (logical instanceof TimestampLogicalTypeAnnotation time) {
      return value -> time(((Number) value).longValue(), time);
    }
    return switch (physical) {
      case INT96 -> value -> legacyTime((String) value);
      case BINARY -> logical == null ? value -> decoded((String) value) : Object::toString;
      case FLOAT, DOUBLE -> value -> number(((Number) value).doubleValue(), value);
      case INT32 -> value -> type.stringifier().stringify(((Number) value).intValue());
      case INT64 -> value -> type.stringifier().stringify(((Number) value).longValue());
      default -> Object::toString;
    };
  }

  private static String time(long value, TimestampLogicalTypeAnnotation type) {
    Instant instant =
        switch (type.getUnit()) {
          case MILLIS -> Instant.ofEpochMilli(value);
          case MICROS -> Instant.EPOCH.plus(value, ChronoUnit.MICROS);
          case NANOS -> Instant.EPOCH.plusNanos(value);
        };
    return type.isAdjustedToUTC()
        ? text(instant) + "Z"
        : text(instant); // a local time: its zone is said elsewhere
  }

  private static String text(Instant instant) {
    String text =
        LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS).toString();
    return text.length() == "2020-01-01T00:00".length() ? text + ":00" : text;
  }

  /** Nanoseconds of the day and the Julian day, as Impala and older Spark wrote times. */
  private static String legacyTime(String hex) {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(hex)).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong(0);
    long day = bytes.getInt(Long.BYTES) - JULIAN_DAY_OF_1970;
    return text(Instant.EPOCH.plusSeconds(TimeUnit.DAYS.toSeconds(day)).plusNanos(nanos)) + "Z";
  }

  private static String decoded(String hex) {
    return new String(bytes(hex), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex);
  }

  /** Whole numbers are ids of a table that had gaps in it; others have their shortest digits. */
  private static String number(double number, Object value) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return "";
    }
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? Long.toString((long) number)
        : new BigDecimal(value.toString()).toPlainString();
  }
}
