package io.aisle.core.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/** Parquet, Snappy-compressed: text ids and titles, a whole rank, the score in double precision. */
final class ParquetLists {
  private static final MessageType SCHEMA =
      Types.buildMessage()
          .addField(Types.required(BINARY).as(stringType()).named("user"))
          .addField(Types.required(INT32).named("rank"))
          .addField(Types.required(BINARY).as(stringType()).named("item"))
          .addField(Types.required(BINARY).as(stringType()).named("title"))
          .addField(Types.required(DOUBLE).named("score"))
          .named("lists");

  private static final Dehydrator<ListRow> CELLS =
      (row, cells) -> {
        cells.write("user", row.user());
        cells.write("rank", row.rank());
        cells.write("item", row.item());
        cells.write("title", row.title());
        cells.write("score", (double) row.score());
      };

  private ParquetLists() {}

  static void write(Path file, ListFile.Rows rows) throws IOException {
    Files.deleteIfExists(file); // the library refuses to replace one
    try (ParquetWriter<ListRow> out = ParquetWriter.writeFile(SCHEMA, file.toFile(), CELLS)) {
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
}
