package io.aisle.core.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.ParquetWriter;
import io.aisle.domain.data.CellType;
import io.aisle.domain.data.TableHead;
import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Parquet, Snappy-compressed; numbers in double precision, times in milliseconds of UTC. */
final class ParquetTable {
  private ParquetTable() {}

  /** Column names must differ. */
  static void write(Path file, List<TableHead> heads, TableFile.Rows rows) throws IOException {
    Files.deleteIfExists(file); // the library refuses to replace one
    Types.MessageTypeBuilder schema = Types.buildMessage();
    heads.forEach(head -> schema.addField(field(head)));
    MessageType table = schema.named("table");
    Dehydrator<Object[]> cells =
        (row, out) -> {
          for (int i = 0; i < row.length; i++) {
            if (row[i] != null) {
              out.write(heads.get(i).name(), value(row[i], heads.get(i).type()));
            }
          }
        };
    try (ParquetWriter<Object[]> out = ParquetWriter.writeFile(table, Sealed.file(file), cells)) {
      rows.to(
          row -> {
            try {
              out.write(row);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Type field(TableHead head) {
    return switch (head.type()) {
      case TEXT -> Types.optional(BINARY).as(stringType()).named(head.name());
      case WHOLE -> Types.optional(INT64).named(head.name());
      case NUMBER -> Types.optional(DOUBLE).named(head.name());
      case FLAG -> Types.optional(BOOLEAN).named(head.name());
      case DATE -> Types.optional(INT32).as(dateType()).named(head.name());
      case TIME ->
          Types.optional(INT64).as(timestampType(true, TimeUnit.MILLIS)).named(head.name());
    };
  }

  private static Object value(Object cell, CellType type) {
    return switch (type) {
      case TEXT, FLAG -> cell;
      case WHOLE -> ((Number) cell).longValue();
      case NUMBER -> ((Number) cell).doubleValue();
      case DATE -> Math.toIntExact(((LocalDate) cell).toEpochDay());
      case TIME -> ((LocalDateTime) cell).toInstant(ZoneOffset.UTC).toEpochMilli();
    };
  }
}
