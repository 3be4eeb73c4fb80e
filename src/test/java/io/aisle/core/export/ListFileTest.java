package io.aisle.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetReader;
import io.aisle.domain.data.TableHead;
import io.aisle.domain.job.CancelledException;
import io.aisle.testkit.Beside;
import io.aisle.testkit.ParquetCells;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read back by another library than the one that wrote it, or by hand. */
@Beside
class ListFileTest {
  private static final List<ListRow> ROWS =
      List.of(
          new ListRow("17850", 1, "85123A", "=HYPERLINK(\"http://x\")", 1.25f),
          new ListRow("17850", 2, "-7", "红色 \"灯笼\", 大", -0.5f),
          new ListRow("@all", 1, "22139", "", 3e-9f));

  @TempDir Path folder;

  @Test
  void tsvHasNoTitlesAndTheIdsAsTheyAre() throws IOException {
    Path file = write("lists.tsv", ROWS);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "user\trank\titem\tscore",
            "17850\t1\t85123A\t1.25",
            "17850\t2\t-7\t-0.5",
            "@all\t1\t22139\t3.0E-9");
  }

  @Test
  void csvTakesTheTeethOutOfFormulas() throws IOException {
    Path file = write("lists.csv", ROWS);
    assertThat(Files.readString(file).lines())
        .containsExactly(
            "user,rank,item,title,score",
            "17850,1,85123A,\"'=HYPERLINK(\"\"http://x\"\")\",1.25",
            "17850,2,'-7,\"红色 \"\"灯笼\"\", 大\",-0.5",
            "'@all,1,22139,,3.0E-9");
  }

  @Test
  void parquetKeepsTypesAndTexts() throws IOException {
    Path file = write("lists.parquet", ROWS);
    List<Map<String, Object>> read;
    try (Stream<Map<String, Object>> content =
        ParquetReader.streamContent(file.toFile(), new ParquetCells())) {
      read = content.toList();
    }
    assertThat(read).hasSize(3);
    assertThat(read.get(1))
        .containsEntry("user", "17850")
        .containsEntry("rank", 2L)
        .containsEntry("item", "-7")
        .containsEntry("title", "红色 \"灯笼\", 大")
        .containsEntry("score", -0.5);
    assertThat(read.get(0)).containsEntry("title", "=HYPERLINK(\"http://x\")");
  }

  @Test
  void xlsxHoldsTextsThatAreNoFormulas() throws IOException {
    Path file = write("lists.xlsx", ROWS);
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(4);
      assertThat(rows.get(0).getCellText(3)).isEqualTo("title");
      assertThat(rows.get(1).getCell(3).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(1).getCell(3).getFormula()).isNull();
      assertThat(rows.get(1).getCellText(3)).isEqualTo("=HYPERLINK(\"http://x\")");
      assertThat(rows.get(2).getCellText(3)).isEqualTo("红色 \"灯笼\", 大");
      assertThat(rows.get(2).getCellAsNumber(1).orElseThrow().intValue()).isEqualTo(2);
      assertThat(rows.get(2).getCellAsNumber(4).orElseThrow().doubleValue()).isEqualTo(-0.5);
      assertThat(rows.get(3).getCellText(0)).isEqualTo("@all");
    }
  }

  @Test
  void aFullSheetIsFollowedByAnother() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WorkbookTable.write(
        out,
        "rows",
        List.of(new TableHead("n", io.aisle.domain.data.CellType.WHOLE)),
        sink -> IntStream.range(0, 7).forEach(i -> sink.accept(new Object[] {(long) i})),
        4);
    List<Integer> sizes = new ArrayList<>();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        sizes.add(sheet.read().size());
      }
    }
    assertThat(sizes).containsExactly(4, 4, 2);
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void whatIsCutOffLeavesTheEarlierFileAndNothingElse(ListFormat format) throws IOException {
    Path file = folder.resolve("lists." + format.ending());
    Files.writeString(file, "earlier");
    assertThatThrownBy(
            () ->
                ListFile.write(
                    file,
                    format,
                    sink -> {
                      many(5000).forEach(sink);
                      throw new CancelledException();
                    }))
        .isInstanceOf(CancelledException.class);
    assertThat(file).hasContent("earlier");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void theEndingSaysTheFormat() {
    assertThat(ListFormat.of(Path.of("a.b", "Lists.XLSX"))).isEqualTo(ListFormat.XLSX);
    assertThat(ListFormat.of(Path.of("lists.parquet"))).isEqualTo(ListFormat.PARQUET);
    assertThat(ListFormat.of(Path.of("lists"))).isEqualTo(ListFormat.TSV);
  }

  private Path write(String name, List<ListRow> rows) {
    Path file = folder.resolve(name);
    ListFile.write(file, ListFormat.of(file), rows::forEach);
    return file;
  }

  private static Stream<ListRow> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> new ListRow("u", i + 1, "i" + i, "t", i));
  }
}
