package io.aisle.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report as PDF, workbook and CSV. */
@Beside
class ReportFormatsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final ReportService reports =
      new ReportService(new ComparisonService(), "0.1.0", Clock.fixed(NOW, ZoneOffset.UTC));

  @TempDir Path folder;
  private List<RunFolder> runs;

  @BeforeEach
  void write() throws IOException {
    runs =
        List.of(
            RunFolders.write(
                folder.resolve("ease"), "ease", ModelKind.EASE, 0.35, "online-retail", List.of()),
            RunFolders.write(
                folder.resolve("als"), "=als", ModelKind.ALS, 0.3, "online-retail", List.of()));
  }

  private Path report(String name, Pin... pins) {
    Path file = folder.resolve("out").resolve(name);
    reports.write(
        runs, Baselines.of(runs.stream().map(RunFolder::record).toList()), List.of(pins), file);
    return file;
  }

  private static Pin pin(String title, String drawing) {
    return new Pin(
        "view-0001",
        0,
        NOW,
        title,
        "user 17850",
        "the first item counts most",
        drawing,
        List.of("item", "share"),
        List.of(List.of("红色手提袋", "0.25"), List.of("=cmd()", "-3")),
        List.of(new Pin.Source("ease", "a41f".repeat(16), "9c1e".repeat(16), 42)),
        List.of("aisle explain --run ease --user 17850"),
        "look at this one");
  }

  @Test
  void printsEveryPartWithFontsInside() throws IOException {
    Path file =
        report(
            "report.pdf",
            pin(
                "注意力 Where it looks",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 50 20'><text x='1'"
                    + " y='9'>drawn word</text></svg>"));
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("2 runs compared on online-retail")
          .contains("注意力 Where it looks", "红色手提袋", "look at this one")
          .contains("aisle explain --run ease --user 17850")
          .contains("seed 42, protocol a41fa41f, data 9c1e9c1e");
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          if (font.getName().contains("Inter") || font.getName().contains("Noto")) {
            assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void aWorkbookHoldsUnroundedFiguresAndThePinnedTables() throws IOException {
    Path file = report("report.xlsx", pin("A/B: shares", ""), pin("a b  shares", ""));
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      assertThat(book.getSheets().map(sheet -> sheet.getName()).toList())
          .containsExactly("metrics", "runs", "A B  shares", "a b  shares 2");
      List<Row> metrics = book.getSheet(0).orElseThrow().read();
      double mean = runs.getFirst().record().metrics().test().values().iterator().next();
      assertThat(metrics.get(1).getCellText(0)).isEqualTo("ease");
      assertThat(metrics.get(1).getCellAsNumber(2).orElseThrow().doubleValue()).isEqualTo(mean);
      List<Row> pinned = book.getSheet(2).orElseThrow().read();
      assertThat(pinned.get(1).getCellAsNumber(1).orElseThrow().doubleValue()).isEqualTo(0.25);
      assertThat(pinned.get(2).getCellText(0)).isEqualTo("=cmd()");
      assertThat(pinned.get(2).getCell(0).getFormula()).isNull();
    }
  }

  @Test
  void csvKeepsSpreadsheetsFromRunningNames() throws IOException {
    assertThat(Files.readString(report("report.csv")))
        .startsWith("run,metric,mean,low,high,")
        .contains("'=als,ndcg@10,");
  }

  @Test
  void pinnedDrawingsCannotRunOrLoadAnything() throws IOException {
    String html =
        Files.readString(
            report(
                "report.html",
                pin(
                    "view",
                    "<svg onload=\"alert(1)\"><script>alert(2)</script><image"
                        + " href='file:///etc/passwd'/><a href='http://x'><text>in</text></a><rect"
                        + " style=\"fill:url(http://x)\" width='5' height='5'/><text"
                        + " clip-path='url(#c)'>kept</text></svg>")));
    assertThat(html).contains("kept", "<rect", "url(#c)");
    assertThat(html).doesNotContain("alert(", "<image", "http://x", "onload");
  }
}
