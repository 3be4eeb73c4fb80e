package io.aisle.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetReader;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.domain.InputException;
import io.aisle.domain.data.CellType;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.TableHead;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.ProgressListener;
import io.aisle.store.Database;
import io.aisle.testkit.Beside;
import io.aisle.testkit.ParquetCells;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries over an imported file, to their pages and files. */
@Beside
class SqlServiceTest {
  private static final String HARMFUL = "=HYPERLINK(\"http://x\")";

  @TempDir static Path folder;
  private static Database database;
  private static SqlService sql;
  private static long version;

  @BeforeAll
  static void open() throws IOException {
    StringBuilder text = new StringBuilder("user,item,time,price\n");
    for (int i = 0; i < 1000; i++) {
      text.append(
          "u%d,%s,%d,%s\n"
              .formatted(i % 7, i % 3 == 0 ? "-7" : "i" + i % 3, 1_600_000_000L + i, i / 8.0));
    }
    Path file = Files.writeString(folder.resolve("shop.csv"), text);
    database = Database.open(folder.resolve("store"));
    DatasetService datasets = new DatasetService(database, folder.resolve("snapshots"));
    var unused =
        datasets.importFiles(
            ImportPlan.of("shop", List.of(file), MappingFile.GUESS), new TestControl());
    version = datasets.require("shop").id();
    sql = new SqlService(database, List::of, folder.resolve("spool"));
  }

  @AfterAll
  static void close() {
    sql.close();
    database.close();
  }

  private static SqlQuery query(String text) {
    return new SqlQuery(text, version, 0, Duration.ofSeconds(30));
  }

  @Test
  void aResultIsReadPageByPageFromItsFile() {
    try (SqlResult result =
        sql.run(
            query("select seq, user_id, price, time from events order by seq"),
            new TestControl())) {
      assertThat(result.heads())
          .containsExactly(
              new TableHead("seq", CellType.WHOLE),
              new TableHead("user_id", CellType.TEXT),
              new TableHead("price", CellType.NUMBER),
              new TableHead("time", CellType.TIME));
      assertThat(result.size()).isEqualTo(1000);
      assertThat(result.whole()).isTrue();
      for (int from : new int[] {0, 199, 200, 450, 990}) {
        List<Object[]> page = result.page(from, 250);
        assertThat(page).hasSize(Math.min(250, 1000 - from));
        assertThat(page.getFirst()[0]).isEqualTo(from + 1L);
        assertThat(page.getLast()[0]).isEqualTo((long) from + page.size());
      }
      assertThat(result.page(1000, 5)).isEmpty();
    }
  }

  @Test
  void theVersionsThatAQueryReadsAreTheChosenOneAndThoseItNames() {
    assertThat(sql.readBy(query("select * from items")))
        .extracting(DatasetVersion::id)
        .containsExactly(version);
    SqlQuery ofNone = new SqlQuery("select 1", -1, 0, Duration.ofSeconds(30));
    assertThat(sql.readBy(ofNone)).isEmpty();
    assertThat(
            sql.readBy(new SqlQuery("SELECT * FROM SHOP_V1.items", -1, 0, Duration.ofSeconds(30))))
        .extracting(DatasetVersion::id)
        .containsExactly(version);
  }

  @Test
  void nothingLiesInTheFolderAndAClosedResultHasNoRows() throws IOException {
    SqlResult result = sql.run(query("select * from items"), new TestControl());
    if (System.getProperty("os.name").startsWith("Linux")) {
      try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
        assertThat(files).isEmpty(); // unlinked at once: not even a kill leaves rows behind
      }
    }
    result.close();
    assertThat(result.page(0, 5)).isEmpty();
  }

  @Test
  void sortingIsTheStoresWork() {
    SqlQuery byPrice = query("select user_id, price from events").orderedBy(-2);
    try (SqlResult result = sql.run(byPrice, new TestControl())) {
      assertThat(result.page(0, 1).getFirst()[1]).isEqualTo(999 / 8.0);
      assertThat(result.page(999, 1).getFirst()[1]).isEqualTo(0.0);
    }
  }

  @Test
  void aLongResultIsCutAndSaysSo() {
    try (SqlResult result =
        sql.run(query("select a.seq from events a, events b"), new TestControl())) {
      assertThat(result.size()).isEqualTo(SqlService.SHOWN);
      assertThat(result.whole()).isFalse();
    }
  }

  @Test
  void everyKindOfCellComesBack() {
    try (SqlResult result =
        sql.run(
            query(
                "select 1 a, 2.50 a, 1e0, true, false, date '2020-02-03', timestamp '2020-02-03"
                    + " 04:05:06.789', 'ü', null, time '01:02:03'"),
            new TestControl())) {
      assertThat(result.heads()).extracting(TableHead::name).startsWith("a", "a_2");
      assertThat(result.page(0, 1).getFirst()).hasSize(10).contains(1L, true, false, "ü", null);
      assertThat(result.page(0, 1).getFirst()[6]).hasToString("2020-02-03T04:05:06.789");
    }
  }

  @Test
  void cancellingTheJobStopsTheQueryThatNeverLooks() throws Exception {
    try (QueueJobRunner jobs = new QueueJobRunner(2, 1000)) {
      var job =
          jobs.submit(
              "endless",
              JobNeeds.LIGHT,
              control ->
                  sql.run(
                      query("select count(*) from events a, events b, events c, events d"),
                      control));
      TimeUnit.MILLISECONDS.sleep(400);
      job.cancel();
      assertThat(job.ended().toCompletableFuture().get(10, TimeUnit.SECONDS))
          .isInstanceOf(JobOutcome.Cancelled.class);
    }
    try (SqlResult result = sql.run(query("select 1"), new TestControl())) {
      assertThat(result.size()).isEqualTo(1);
    }
  }

  @Test
  void aCancelledCallerStopsBetweenRows() {
    try (CallerJobRunner jobs = new CallerJobRunner(ProgressListener.NONE, () -> true)) {
      var job = jobs.submit("x", JobNeeds.LIGHT, control -> sql.run(query("select 1"), control));
      assertThat(job.outcome()).containsInstanceOf(JobOutcome.Cancelled.class);
    }
  }

  @Test
  void csvAndXlsxHoldNoFormulasAndParquetHoldsWhatIsThere() throws IOException {
    String text =
        "select '=HYPERLINK(\"http://x\")' as \"=head\", item_id, price, time, cast(null as int) as"
            + " none from events order by seq limit 3";
    Path csv = folder.resolve("out.csv");
    assertThat(sql.export(query(text), csv, Integer.MAX_VALUE, new TestControl())).isEqualTo(3);
    assertThat(Files.readAllLines(csv))
        .startsWith(
            "'=head,item_id,price,time,none",
            "\"'=HYPERLINK(\"\"http://x\"\")\",'-7,0.0,2020-09-13 12:26:40,");
    Path workbook = folder.resolve("out.xlsx");
    assertThat(sql.export(query(text), workbook, 2, new TestControl())).isEqualTo(2);
    try (InputStream in = Files.newInputStream(workbook);
        ReadableWorkbook read = new ReadableWorkbook(in)) {
      List<Row> rows = read.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(1).getCell(0).getFormula()).isNull();
      assertThat(rows.get(1).getCellText(0)).isEqualTo(HARMFUL);
      assertThat(rows.get(1).getCellAsDate(3)).contains(LocalDateTime.of(2020, 9, 13, 12, 26, 40));
    }
    Path parquet = folder.resolve("out.parquet");
    assertThat(sql.export(query(text), parquet, 9, new TestControl())).isEqualTo(3);
    try (Stream<Map<String, Object>> rows =
        ParquetReader.streamContent(parquet.toFile(), new ParquetCells())) {
      assertThat(rows.toList().getFirst())
          .containsEntry("=head", HARMFUL)
          .containsEntry("item_id", "-7")
          .containsEntry("price", 0.0)
          .containsEntry("time", 1_600_000_000_000L);
    }
  }

  @Test
  void aFailedExportLeavesTheEarlierFile() throws IOException {
    Path file = Files.writeString(folder.resolve("kept.csv"), "earlier");
    assertThatThrownBy(
            () ->
                sql.export(
                    query("select 1 / (990 - seq) from events"), file, 5000, new TestControl()))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(
            () ->
                sql.export(
                    query("select a.seq from events a, events b"),
                    file,
                    1_000_000,
                    new TestControl(progress -> true)))
        .isInstanceOf(CancelledException.class);
    assertThat(file).hasContent("earlier");
    assertThatThrownBy(
            () -> sql.export(query("select 1"), folder.resolve("a.doc"), 1, new TestControl()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(".parquet");
  }

  @Test
  void rowsAreHandedOnAsTheyCome() {
    List<Object> seen = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    boolean whole =
        sql.stream(
            query("select seq from events order by seq"),
            4,
            new TestControl(),
            found -> found.forEach(head -> heads.add(head.name())),
            row -> seen.add(row[0]));
    assertThat(whole).isFalse();
    assertThat(heads).containsExactly("seq");
    assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
  }
}
