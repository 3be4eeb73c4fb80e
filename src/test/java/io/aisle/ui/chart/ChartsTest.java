package io.aisle.ui.chart;

import static io.aisle.ui.chart.ChartStage.fx;
import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.report.pin.Pin;
import io.aisle.ui.common.Theme;
import io.aisle.ui.common.ViewOrigin;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

/** Every kind of chart is drawn, read by keys, toggled and exported, in both themes. */
class ChartsTest {
  @BeforeAll
  static void toolkit() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
  }

  static Stream<Arguments> charts() {
    return Stream.of(Theme.values())
        .flatMap(
            theme ->
                new ChartSamples(false)
                    .all().stream().map(sample -> Arguments.of(theme, sample.id())));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void dataAreDrawn(Theme theme, String id) {
    Shown full = new Shown(theme, Locale.ENGLISH, sample(id, false));
    Shown bare = new Shown(theme, Locale.ENGLISH, bare(sample(id, false)));
    assertThat(full.inked()).isGreaterThan(bare.inked() + 100);
    boolean silent = List.of("interval", "flow").contains(id); // they stand inside tables and lists
    assertThat(bare.inked() > 40).as("an empty chart says so").isEqualTo(!silent);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void whatIsHiddenIsNotDrawnAndComesBack(Theme theme, String id) {
    Shown shown = new Shown(theme, Locale.ENGLISH, sample(id, false));
    List<ToggleButton> keys = fx(() -> shown.keys());
    int before = shown.inked();
    for (ToggleButton key : keys) {
      fx(
          () -> {
            key.fire();
            return null;
          });
      assertThat(shown.inked()).as("without " + key.getText()).isNotEqualTo(before);
      fx(
          () -> {
            key.fire();
            return null;
          });
      assertThat(shown.inked()).as("with " + key.getText()).isEqualTo(before);
    }
    fx(
        () -> {
          keys.forEach(ToggleButton::fire);
          shown.chart.step(KeyCode.LEFT);
          shown.chart.zoom().by(3, 0.5, 0.5);
          shown.chart.redraw();
          return null;
        });
    assertThat(shown.inked()).as("nothing left to draw is no error").isNotNegative();
    boolean several =
        List.of("loss", "metric", "time", "scatter", "timeline", "arcs", "pairs", "errors")
            .contains(id);
    assertThat(keys.size() > 1).isEqualTo(several);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void keysMoveACursorThatIsRead(Theme theme, String id) {
    Shown shown = new Shown(theme, Locale.SIMPLIFIED_CHINESE, sample(id, true));
    boolean still = List.of("interval", "flow").contains(id);
    int before = shown.inked();
    boolean moved = fx(() -> shown.chart.step(KeyCode.LEFT) || shown.chart.step(KeyCode.DOWN));
    assertThat(moved).isEqualTo(!still);
    String words = fx(() -> shown.chart.readoutProperty().get());
    assertThat(words.isEmpty()).isEqualTo(still);
    assertThat(shown.inked() != before).as("the cursor is drawn").isEqualTo(!still);
    fx(
        () -> {
          shown.chart.leave();
          return null;
        });
    assertThat(fx(() -> shown.chart.readoutProperty().get())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void exportsAreWholeFiles(Theme theme, String id, @TempDir Path folder) throws Exception {
    Shown shown = new Shown(theme, Locale.SIMPLIFIED_CHINESE, sample(id, true));
    Path svg = folder.resolve("a.svg");
    Path png = folder.resolve("a.png");
    Path csv = folder.resolve("a.csv");
    save(shown, svg, ChartFiles::saveSvg);
    save(shown, png, ChartFiles::savePng);
    save(shown, csv, ChartFiles::saveCsv);
    assertThat(SvgPenTest.parse(Files.readString(svg)).getDocumentElement().getTextContent())
        .contains(shown.sample.title());
    assertThat(ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(png))).getWidth())
        .isGreaterThanOrEqualTo((int) (2 * Math.max(320, fx(() -> shown.chart.getWidth()))));
    ChartTable table = fx(() -> shown.chart.table());
    assertThat(table.rows()).isNotEmpty().allMatch(row -> row.size() == table.header().size());
    assertThat(Files.readString(csv)).isEqualTo(table.csv());
    assertThat(shown.stage.notices.newestProperty().get().sentence()).contains("a.csv");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("no drafts are left").hasSize(3);
    }
  }

  @Test
  void aChartIsKeptForAReportWithItsDataItsWordsAndItsOrigin() {
    Shown shown = new Shown(Theme.LIGHT, Locale.ENGLISH, sample("loss", false));
    ViewOrigin origin =
        new ViewOrigin("a user", List.of(new Pin.Source("ease", "p", "d", 42)), List.of("aisle"));
    save(shown, Path.of("unused"), files -> files.pin(origin));
    Pin kept = shown.stage.kept.getLast();
    assertThat(kept.title()).isEqualTo(shown.sample.title());
    assertThat(kept.caption()).endsWith("a user");
    assertThat(kept.drawing()).contains("<svg", shown.sample.title());
    assertThat(kept.words()).isEqualTo(fx(() -> shown.chart.describe()));
    assertThat(kept.rows()).isEqualTo(fx(() -> shown.chart.table()).rows());
    assertThat(kept.sources()).isEqualTo(origin.sources());
    assertThat(kept.commands()).containsExactly("aisle");
  }

  @Test
  void aFileThatCannotBeWrittenIsTold(@TempDir Path folder) {
    Shown shown = new Shown(Theme.LIGHT, Locale.ENGLISH, sample("loss", false));
    save(shown, folder.resolve("no such folder").resolve("a.csv"), ChartFiles::saveCsv);
    assertThat(shown.stage.notices.newestProperty().get().sentence())
        .contains("no such folder")
        .endsWith("choose another one.");
  }

  @Test
  void aPictureLooksTheSameAsTheScreen() {
    Shown shown = new Shown(Theme.DARK, Locale.ENGLISH, sample("loss", false));
    WritableImage image = fx(() -> new Picture(shown.chart, "Loss", "", "").image());
    assertThat(image.getPixelReader().getColor(3, 3))
        .isEqualTo(fx(() -> shown.chart.look().surface()));
  }

  @Test
  void aChartThatCannotBeSeenIsDescribed() {
    for (boolean chinese : new boolean[] {false, true}) {
      Locale locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
      for (ChartSamples.Sample sample : fx(() -> new ChartSamples(chinese).all())) {
        Shown shown = new Shown(Theme.LIGHT, locale, sample);
        String words =
            fx(() -> (String) shown.chart.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertThat(words).as(sample.id()).hasSizeGreaterThan(10).doesNotContain("{");
        assertThat(fx(() -> bare(sample).chart().describe())).isNotBlank();
      }
    }
  }

  @Test
  void aRangeIsSelectedByKeysAndTakenBack() {
    TimeSeries chart =
        (TimeSeries) new Shown(Theme.LIGHT, Locale.ENGLISH, sample("time", false)).chart;
    fx(
        () -> {
          chart.step(KeyCode.END);
          chart.pick(true);
          chart.step(KeyCode.PAGE_UP);
          chart.pick(true);
          return null;
        });
    TimeSeries.Range range = fx(() -> chart.rangeProperty().get());
    assertThat(range.to() - range.from()).isEqualTo(37L * 86_400_000);
    assertThat(fx(chart::escape)).isTrue();
    assertThat(fx(() -> chart.rangeProperty().get())).isNull();
  }

  @Test
  void theCursorOfAHeatMapNamesItsCell() {
    HeatMap map = (HeatMap) new Shown(Theme.LIGHT, Locale.ENGLISH, sample("heat", false)).chart;
    fx(
        () -> {
          map.wordsProperty().set(cell -> "row " + cell.row() + ", column " + cell.column());
          Box box = map.plotBox();
          map.hover(box.x() + box.width() * 0.5, box.y() + 1);
          return null;
        });
    assertThat(fx(() -> map.chosenProperty().get())).isEqualTo(new HeatMap.Cell(0, 14));
    assertThat(fx(() -> map.readoutProperty().get())).isEqualTo("row 0, column 14");
  }

  private static void save(Shown shown, Path file, Consumer<ChartFiles> how) {
    shown.stage.saveTo(file);
    ChartSamples.Sample sample = shown.sample;
    fx(
        () -> {
          how.accept(
              new ChartFiles(
                  shown.chart, shown.stage.tools(), sample.title(), sample.subtitle(), ""));
          return null;
        });
  }

  private static ChartSamples.Sample sample(String id, boolean chinese) {
    return fx(() -> new ChartSamples(chinese).all()).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static ChartSamples.Sample bare(ChartSamples.Sample sample) {
    return new ChartSamples.Sample(
        sample.id(),
        sample.title(),
        sample.subtitle(),
        sample.width(),
        sample.height(),
        ChartGallery.bare(sample.chart()));
  }

  /** A chart in its frame in a scene. */
  private static final class Shown {
    private final ChartStage stage;
    private final ChartSamples.Sample sample;
    private final CanvasChart chart;
    private final ChartFrame frame;
    private final Scene scene;

    Shown(Theme theme, Locale locale, ChartSamples.Sample sample) {
      this.sample = sample;
      stage = new ChartStage(theme, locale);
      chart = sample.chart();
      frame = fx(() -> stage.frame(sample));
      scene = fx(() -> stage.show(List.of(frame), sample.width() + 60, sample.height() + 60));
    }

    List<ToggleButton> keys() {
      return frame.lookupAll(".legend-entry").stream().map(ToggleButton.class::cast).toList();
    }

    /** Pixels of the chart that are not its ground; changes with anything that is drawn. */
    int inked() {
      return fx(
          () -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            WritableImage image = chart.snapshot(null, null);
            PixelReader pixels = image.getPixelReader();
            int ground = pixels.getArgb(0, (int) image.getHeight() - 1);
            int inked = 0;
            for (int y = 0; y < image.getHeight(); y++) {
              for (int x = 0; x < image.getWidth(); x++) {
                inked += pixels.getArgb(x, y) == ground ? 0 : 1;
              }
            }
            return inked;
          });
    }
  }
}
