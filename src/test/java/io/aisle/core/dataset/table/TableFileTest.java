package io.aisle.core.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.ParquetWriter;
import com.github.luben.zstd.ZstdOutputStream;
import io.aisle.domain.InputException;
import io.aisle.domain.data.FileForm;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every layout gives the same rows. */
@Beside
class TableFileTest {
  private static final String CSV = "user,item,price\nu1,i1,2.5\nu2,i2,\n";
  private static final List<List<String>> ROWS =
      List.of(
          List.of("user", "item", "price"), List.of("u1", "i1", "2.5"), List.of("u2", "i2", ""));

  @TempDir Path folder;

  private static List<List<String>> rows(Path file, FileForm form) {
    List<List<String>> rows = new ArrayList<>();
    try (RowSource source = TableFile.of(file, form).open()) {
      rows.add(source.header());
      while (source.next()) {
        rows.add(source.fields());
        assertThat(source.rawLine()).isNotEmpty();
        assertThat(source.damage()).isEqualTo(RowSource.Damage.NONE);
      }
      assertThat(source.bytesRead()).isPositive();
    }
    return rows;
  }

  private static List<List<String>> rows(Path file) {
    return rows(file, FileForm.GUESS);
  }

  private Path text(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path zip(String name, String... membersAndTexts) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < membersAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(membersAndTexts[i]));
        zip.write(membersAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  @Test
  void textWithAnyDelimiter() throws IOException {
    for (String delimiter : List.of(",", "\t", ";", "|", "::", "\u0001")) {
      assertThat(rows(text("a.txt", CSV.replace(",", delimiter)))).isEqualTo(ROWS);
    }
    assertThat(rows(text("a.txt", CSV.replace(',', '^')), FileForm.separatedBy("^")))
        .isEqualTo(ROWS);
  }

  @Test
  void quotesAreThoseThatWereSaid() throws IOException {
    FileForm single =
        new FileForm(
            FileForm.GUESS.delimiter(),
            Optional.of('\''),
            FileForm.GUESS.encoding(),
            List.of("user", "item"),
            FileForm.GUESS.sheet());
    assertThat(rows(text("a.csv", "'a,b',c\n"), single).get(1)).containsExactly("a,b", "c");
  }

  @Test
  void gzipAndZstandard() throws IOException {
    Path gz = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(CSV.getBytes(StandardCharsets.UTF_8));
    }
    Path zst = folder.resolve("a.csv.zst");
    try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(zst))) {
      out.write(CSV.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(rows(gz)).isEqualTo(ROWS);
    assertThat(rows(zst)).isEqualTo(ROWS);
  }

  @Test
  void theOnlyTableOfAnArchiveAndANamedOne() throws IOException {
    Path one = zip("one.zip", "README.txt", "hello", "shop/events.csv", CSV);
    assertThat(rows(one)).isEqualTo(ROWS);
    Path two = zip("two.zip", "a.csv", CSV, "b/b.csv", CSV);
    assertThat(rows(DataFile.inside(two, "b/b.csv"))).isEqualTo(ROWS);
    assertThat(DataFile.size(DataFile.inside(two, "b/b.csv"))).isPositive();
    assertThat(DataFile.exists(DataFile.inside(two, "c.csv"))).isFalse();
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> rows(two))
        .withMessageContaining("holds 2 tables (a.csv, b/b.csv): name one of them");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> rows(DataFile.inside(two, "c.csv")))
        .withMessageContaining("holds no file \"c.csv\"");
  }

  @Test
  void jsonLinesAndLists() throws IOException {
    String first = "{\"user\":\"u1\",\"item\":\"i1\",\"price\":2.5}";
    String second = "{\"item\":\"i2\",\"user\":\"u2\",\"price\":null,\"late\":[]}";
    List<List<String>> rows = rows(text("a.jsonl", first + "\n\n" + second + "\n"));
    assertThat(rows.getFirst()).containsExactly("user", "item", "price", "late");
    assertThat(rows.get(2)).containsExactly("u2", "i2", "", "[]");
    assertThat(rows(text("a.json", "[\n" + first + ",\n" + second + "]"))).isEqualTo(rows);
  }

  @Test
  void objectsInObjectsAreColumnsAndListsAreText() throws IOException {
    Path file = text("a.jsonl", "{\"user\":{\"id\":7,\"tags\":[\"a\",{\"b\":1}]},\"ok\":true}\n");
    assertThat(rows(file))
        .containsExactly(
            List.of("user.id", "user.tags", "ok"), List.of("7", "[\"a\",{\"b\":1}]", "true"));
  }

  @Test
  void parquetWithTimesAndGaps() throws IOException {
    MessageType schema =
        Types.buildMessage()
            .addField(
                Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named("user"))
            .addField(Types.optional(PrimitiveTypeName.DOUBLE).named("number"))
            .addField(
                Types.required(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                    .named("time"))
            .addField(
                Types.required(PrimitiveTypeName.INT32)
                    .as(LogicalTypeAnnotation.dateType())
                    .named("day"))
            .named("events");
    Path file = folder.resolve("a.parquet");
    Dehydrator<Double> cells =
        (number, out) -> {
          out.write("user", "杯子");
          if (!number.isNaN()) {
            out.write("number", number);
          }
          out.write("time", 1_569_888_000_250_000L);
          out.write("day", 18_170);
        };
    try (ParquetWriter<Double> writer = ParquetWriter.writeFile(schema, file.toFile(), cells)) {
      writer.write(17_850.0);
      writer.write(Double.NaN);
      writer.write(0.125);
    }
    assertThat(rows(file))
        .containsExactly(
            List.of("user", "number", "time", "day"),
            List.of("杯子", "17850", "2019-10-01T00:00:00.250Z", "2019-10-01"),
            List.of("杯子", "", "2019-10-01T00:00:00.250Z", "2019-10-01"),
            List.of("杯子", "0.125", "2019-10-01T00:00:00.250Z", "2019-10-01"));
  }

  @Test
  void theSheetsOfAWorkbook() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet first = book.newWorksheet("Orders");
      first.value(1, 0, "user");
      first.value(1, 1, "time");
      first.value(1, 2, "price");
      first.value(3, 0, 12_346);
      first.value(3, 1, LocalDateTime.of(2011, 1, 18, 10, 1));
      first.style(3, 1).format("yyyy-MM-dd H:mm:ss").set();
      first.value(3, 2, 1.04);
      Worksheet second = book.newWorksheet("More");
      second.value(0, 0, "item");
      second.value(1, 0, true);
    }
    assertThat(rows(file, FileForm.GUESS, 4))
        .containsExactly(
            List.of("user", "time", "price"), List.of("12346", "2011-01-18 10:01:00", "1.04"));
    FileForm more =
        new FileForm(
            FileForm.GUESS.delimiter(),
            FileForm.GUESS.quote(),
            FileForm.GUESS.encoding(),
            List.of(),
            Optional.of("More"));
    assertThat(rows(file, more, 2)).containsExactly(List.of("item"), List.of("true"));
  }

  /**
   * @param last number of the last row
   */
  private static List<List<String>> rows(Path file, FileForm form, long last) {
    List<List<String>> rows = new ArrayList<>();
    try (RowSource source = TableFile.of(file, form).open()) {
      rows.add(source.header());
      while (source.next()) {
        rows.add(source.fields());
      }
      assertThat(source.row()).isEqualTo(last);
    }
    return rows;
  }
}
