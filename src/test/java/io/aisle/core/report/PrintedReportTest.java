package io.aisle.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.Beside;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a printed report of nine runs with four pinned views. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintedReportTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final List<ModelKind> KINDS =
      List.of(
          ModelKind.EASE,
          ModelKind.SASREC,
          ModelKind.ITEM_KNN,
          ModelKind.ALS,
          ModelKind.POPULARITY);
  private static final int RUNS = 9;

  private PDDocument pdf;
  private final List<List<String>> pages = new ArrayList<>();
  private final List<TextPosition> letters = new ArrayList<>();

  @BeforeAll
  void print(@TempDir Path folder) throws IOException {
    List<RunFolder> runs = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      String name = "the run number " + run;
      runs.add(
          RunFolders.write(
              folder.resolve("run-" + run),
              name,
              KINDS.get(run % KINDS.size()),
              0.2 + 0.05 * run,
              "网店订单",
              List.of()));
    }
    Path file = folder.resolve("report.pdf");
    new ReportService(new ComparisonService(), "0.1.0", Clock.fixed(NOW, ZoneOffset.UTC))
        .write(
            runs,
            Baselines.of(runs.stream().map(RunFolder::record).toList()),
            List.of(
                pin(1, "Narrow", 350, 360, 3, 12),
                pin(2, "注意力 broad", 725, 226, 13, 12),
                pin(3, "Tall", 400, 2000, 0, 0),
                pin(4, "Long", 1800, 300, 9, 60)),
            file);
    pdf = Loader.loadPDF(file.toFile());
    for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
      pages.add(lines(page));
    }
  }

  @AfterAll
  void close() throws IOException {
    pdf.close();
  }

  private List<String> lines(int page) throws IOException {
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition letter) {
            letters.add(letter);
            super.processTextPosition(letter);
          }
        };
    stripper.setSortByPosition(true);
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  private static Pin pin(int at, String title, int width, int height, int columns, int rows) {
    String drawing =
        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %1$d %2$d'><rect width='90' height='30' fill='#ff0000'/><rect x='%d' y='%d' width='90' height='30' fill='#0000ff'/></svg>"
            .formatted(width, height, width - 90, height - 30);
    List<String> header = IntStream.range(0, columns).mapToObj(c -> "column " + c).toList();
    List<List<String>> cells =
        IntStream.range(0, rows)
            .mapToObj(
                row ->
                    IntStream.range(0, columns)
                        .mapToObj(c -> c == 0 ? "a long name of row " + row : row + ".25" + c)
                        .toList())
            .toList();
    return new Pin(
        "view-000" + at,
        at,
        NOW,
        title,
        "of user 17850",
        "spoken of " + title,
        drawing,
        header,
        cells,
        List.of(new Pin.Source("run", "a41f".repeat(16), "9c1e".repeat(16), 42)),
        List.of("aisle explain --run " + title),
        "");
  }

  /** The page, from 0, that a line starts with; the contents in front do not count. */
  private int pageOf(String line) {
    List<Integer> found =
        IntStream.range(0, pages.size())
            .filter(page -> pages.get(page).stream().anyMatch(l -> isHeading(l, line)))
            .boxed()
            .toList();
    assertThat(found).as(line).hasSize(1);
    return found.getFirst();
  }

  private static boolean isHeading(String line, String heading) {
    return line.startsWith(heading) && !line.contains("....");
  }

  @Test
  void isShort() {
    assertThat(pages).hasSizeLessThanOrEqualTo(21);
  }

  @Test
  void nothingRunsOffThePaper() {
    assertThat(letters).hasSizeGreaterThan(10_000);
    for (TextPosition letter : letters) {
      assertThat(letter.getXDirAdj()).as(letter.getUnicode()).isBetween(30f, 842f - 30f);
      assertThat(letter.getXDirAdj() + letter.getWidthDirAdj()).isLessThan(842f - 30f);
      assertThat(letter.getYDirAdj()).as(letter.getUnicode()).isBetween(20f, 595f - 14f);
    }
  }

  @Test
  void drawingsAreWholeAndStayWithTheirHeadings() throws IOException {
    PDFRenderer renderer = new PDFRenderer(pdf);
    for (String title : List.of("Narrow", "注意力 broad", "Tall", "Long")) {
      BufferedImage page = renderer.renderImage(pageOf(title), 0.5f);
      assertThat(count(page, 0xff0000)).as("top left of " + title).isPositive();
      assertThat(count(page, 0x0000ff)).as("bottom right of " + title).isPositive();
    }
  }

  private static long count(BufferedImage page, int colour) {
    return Arrays.stream(
            page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth()))
        .filter(pixel -> (pixel & 0xffffff) == colour)
        .count();
  }

  @Test
  void noHeadingStandsAloneAtTheEndOfAPage() {
    List<String> headings =
        new ArrayList<>(names(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild()));
    headings.removeIf(heading -> heading.startsWith("the run")); // rows begin so, too
    headings.addAll(List.of("NDCG ", "Recall ", "MRR ", "Coverage "));
    assertThat(headings).hasSizeGreaterThan(12);
    for (List<String> page : pages) {
      assertThat(page.getLast()).startsWith("Aisle"); // the foot of the page
      String last = page.get(page.size() - 2);
      assertThat(headings).noneMatch(heading -> isHeading(last, heading));
    }
  }

  private static List<String> names(PDOutlineItem item) {
    List<String> names = new ArrayList<>();
    for (PDOutlineItem each = item; each != null; each = each.getNextSibling()) {
      names.add(each.getTitle());
      names.addAll(names(each.getFirstChild()));
    }
    return names;
  }

  @Test
  void whatRunsAnExperimentAgainStandsOnThePageOfItsRun() {
    int runs = 0;
    for (List<String> page : pages) {
      long heads = page.stream().filter(line -> line.matches(".*trained in .* seed 42")).count();
      long ends = page.stream().filter(line -> line.contains("aisle compare . ../again")).count();
      assertThat(ends).isEqualTo(heads);
      runs += (int) heads;
    }
    assertThat(runs).isEqualTo(RUNS);
  }

  @Test
  void contentsNameThePagesOfTheParts() {
    List<String> contents = pages.getFirst().stream().filter(l -> l.contains("....")).toList();
    for (String part : List.of("All metrics", "Protocol and data", "How to read this")) {
      assertThat(contents)
          .anyMatch(
              line -> line.matches(".*" + part + "[^.]*[. ]+" + (1 + pageOf(part)) + "( .*|$)"));
    }
  }

  @Test
  void theFileSaysWhatItIsToReadersAndScreenReaders() {
    assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("9 runs compared on 网店订单");
    assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Aisle 0.1.0");
    assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
    assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
  }

  @Test
  void everyOtherPageNamesTheReport() {
    assertThat(pages.subList(1, pages.size()))
        .allMatch(page -> page.getFirst().startsWith("9 runs compared on 网店订单 · split"));
  }
}
