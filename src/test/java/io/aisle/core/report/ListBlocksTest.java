package io.aisle.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.comparison.GroupReport;
import io.aisle.core.comparison.Grouping;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of the lists of two trained runs, against what the services find. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListBlocksTest {
  private final ComparisonService comparisons = new ComparisonService();
  private final ReportService reports = new ReportService(comparisons, "0.1.0", Clock.systemUTC());

  @TempDir Path folder;
  private List<RunFolder> runs;

  @BeforeAll
  void train(@TempDir Path shared) throws IOException {
    PlantedSplit.write(shared);
    runs = List.of(run(shared, "popularity"), run(shared, "item-knn"));
  }

  private static RunFolder run(Path data, String kind) {
    return LocalRuns.train(
        data,
        """
        name: %s
        split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
        model: {kind: %s}
        """
            .formatted(kind, kind),
        data.resolve(kind));
  }

  private Path report(String name) {
    Path file = folder.resolve(name);
    reports.write(runs, Baselines.of(runs.stream().map(RunFolder::record).toList()), file);
    return file;
  }

  @Test
  void thePageAndThePrintNameAgreementAndGroups() throws IOException {
    double biased = comparisons.agreement(runs, 10, CancelSignal.NEVER).rankBiased()[0][1];
    String rounded = String.format(Locale.ROOT, "%.2f", biased);
    assertThat(Files.readString(report("report.html")))
        .contains("id=\"agreement\"", "id=\"user-groups\"", "id=\"item-groups\"")
        .contains(rounded, "low third", "high third", "Largest gap")
        .doesNotContain("cannot be read");
    try (PDDocument pdf = Loader.loadPDF(report("report.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("Agreement of the lists", "Groups of users", "Groups of items", rounded);
    }
  }

  @Test
  void theWorkbookHoldsThemUnrounded() throws IOException {
    GroupReport users =
        comparisons.groups(
            runs,
            Grouping.thirds(Grouping.Side.USERS),
            new Metric(MetricKind.NDCG, 10),
            CancelSignal.NEVER);
    try (InputStream in = Files.newInputStream(report("report.xlsx"));
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      List<Row> agreement = book.findSheet("agreement").orElseThrow().read();
      assertThat(number(agreement.get(1), 2))
          .isCloseTo(
              comparisons.agreement(runs, 10, CancelSignal.NEVER).rankBiased()[0][1],
              within(1e-12));
      List<Row> groups = book.findSheet("groups").orElseThrow().read();
      assertThat(groups).hasSize(1 + 2 * 3 * 2); // head; two sides, three thirds, two runs
      assertThat(groups.get(2).getCellText(6)).isEqualTo("item-knn");
      assertThat(number(groups.get(2), 7))
          .isCloseTo(users.groups().getFirst().figures().get(1).mean(), within(1e-12));
    }
  }

  private static double number(Row row, int column) {
    return row.getCellAsNumber(column).orElseThrow().doubleValue();
  }

  @Test
  void withoutTheListsTheReportSaysWhatIsMissing() throws IOException {
    List<RunFolder> bare =
        List.of(
            RunFolders.write(
                folder.resolve("bare"), "bare", ModelKind.EASE, 0.35, "online-retail", List.of()));
    Path file = folder.resolve("bare.html");
    reports.write(bare, Baselines.of(bare.stream().map(RunFolder::record).toList()), file);
    assertThat(Files.readString(file))
        .contains("Agreement and groups are left out")
        .doesNotContain("id=\"agreement\"");
  }
}
