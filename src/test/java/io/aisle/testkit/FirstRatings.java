package io.aisle.testkit;

import blue.strategic.parquet.ParquetWriter;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The first ratings of the MovieLens sample, in many writings. */
public final class FirstRatings {
  public static final Charset LATIN = StandardCharsets.ISO_8859_1;

  private static final List<String> HEADER = List.of("userId", "movieId", "rating", "timestamp");

  /** How the ratings are written. */
  public enum Writing {
    TSV,
    SEMICOLONS,
    UTF_16,
    UTF_16_WITH_MARK,
    GZIP,
    ZSTANDARD,
    ZIP,
    GZIP_IN_ZIP,
    JSON_LINES,
    JSON_LIST,
    PARQUET,
    WORKBOOK
  }

  private FirstRatings() {}

  private static List<List<String>> rows(int count) {
    Path file =
        Path.of(System.getProperty("aisle.home"))
            .resolve("sample-datasets/movielens-small/ratings.csv.gz");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return in.lines().skip(1).limit(count).map(line -> List.of(line.split(","))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows without a header. */
  public static String separatedBy(String delimiter, int count) {
    return rows(count).stream()
        .map(row -> String.join(delimiter, row) + "\n")
        .collect(Collectors.joining());
  }

  /** With a header. */
  public static String csv(int count) {
    return String.join(",", HEADER) + "\n" + separatedBy(",", count);
  }

  /** The file with the ratings in it. */
  public static Path write(Writing writing, Path folder, int count) throws IOException {
    String csv = csv(count);
    return switch (writing) {
      case TSV -> Files.writeString(folder.resolve("r.tsv"), csv.replace(",", "\t"));
      case SEMICOLONS -> Files.writeString(folder.resolve("r.csv"), csv.replace(",", ";"));
      case UTF_16 -> Files.write(folder.resolve("r.csv"), csv.getBytes(StandardCharsets.UTF_16LE));
      case UTF_16_WITH_MARK ->
          Files.write(folder.resolve("r.csv"), csv.getBytes(StandardCharsets.UTF_16));
      case GZIP -> packed(folder.resolve("r.csv.gz"), csv, GZIPOutputStream::new);
      case ZSTANDARD -> packed(folder.resolve("r.csv.zst"), csv, ZstdOutputStream::new);
      case ZIP -> packed(folder.resolve("r.zip"), csv, out -> member(out, "in/r.csv"));
      case GZIP_IN_ZIP ->
          packed(
              folder.resolve("r.zip"), csv, out -> new GZIPOutputStream(member(out, "r.csv.gz")));
      case JSON_LINES ->
          Files.writeString(
              folder.resolve("r.jsonl"),
              rows(count).stream().map(FirstRatings::json).collect(Collectors.joining("\n")));
      case JSON_LIST ->
          Files.writeString(
              folder.resolve("r.json"),
              rows(count).stream()
                  .map(FirstRatings::json)
                  .collect(Collectors.joining(",\n", "[", "]")));
      case PARQUET -> parquet(folder.resolve("r.parquet"), count);
      case WORKBOOK -> workbook(folder.resolve("r.xlsx"), count);
    };
  }

  private interface Packing {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static Path packed(Path file, String text, Packing packing) throws IOException {
    try (OutputStream out = packing.around(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static OutputStream member(OutputStream out, String name) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry(name));
    return zip;
  }

  private static String json(List<String> row) {
    return "{\"userId\":\"%s\",\"movieId\":%s,\"rating\":%s,\"timestamp\":%s}"
        .formatted(row.toArray());
  }

  private static Path parquet(Path file, int count) throws IOException {
    MessageType schema =
        Types.buildMessage()
            .addField(
                Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named("userId"))
            .addField(Types.required(PrimitiveTypeName.INT32).named("movieId"))
            .addField(Types.required(PrimitiveTypeName.DOUBLE).named("rating"))
            .addField(Types.required(PrimitiveTypeName.INT64).named("timestamp"))
            .named("ratings");
    try (ParquetWriter<List<String>> out =
        ParquetWriter.writeFile(
            schema,
            file.toFile(),
            (row, cells) -> {
              cells.write("userId", row.get(0));
              cells.write("movieId", Integer.valueOf(row.get(1)));
              cells.write("rating", Double.valueOf(row.get(2)));
              cells.write("timestamp", Long.valueOf(row.get(3)));
            })) {
      for (List<String> row : rows(count)) {
        out.write(row);
      }
    }
    return file;
  }

  private static Path workbook(Path file, int count) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("ratings");
      for (int i = 0; i < HEADER.size(); i++) {
        sheet.value(0, i, HEADER.get(i));
      }
      List<List<String>> rows = rows(count);
      for (int i = 0; i < rows.size(); i++) {
        sheet.value(i + 1, 0, rows.get(i).get(0));
        for (int j = 1; j < HEADER.size(); j++) {
          sheet.value(i + 1, j, Double.valueOf(rows.get(i).get(j)));
        }
      }
    }
    return file;
  }
}
