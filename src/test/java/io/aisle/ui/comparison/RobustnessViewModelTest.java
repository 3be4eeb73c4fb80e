package io.aisle.ui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.robustness.RobustnessService;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.Metric;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Sampler;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From the button to lines and rows, without a toolkit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RobustnessViewModelTest {
  @TempDir static Path folder;

  private final Notices notices = new Notices(Runnable::run);
  private final Background background =
      new Background(new CallerJobRunner(), Runnable::run, notices);
  private Path runs;
  private CompareViewModel table;
  private RobustnessViewModel model;

  @BeforeAll
  void open() {
    runs = folder.resolve("runs");
    PlantedSplit.write(folder);
    train("popularity");
    train("item-knn");
    table = table(Locale.ENGLISH);
    model = model(table, Locale.ENGLISH);
  }

  private void train(String kind) {
    var unused =
        LocalRuns.train(
            folder,
            """
            name: %s
            split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
            model: {kind: %s}
            training: {threads: 1}
            """
                .formatted(kind, kind),
            runs.resolve(kind));
  }

  private CompareViewModel table(Locale locale) {
    Texts texts = new Texts(locale);
    RunShelf shelf = new RunShelf(LocalRuns.service(runs, LocalRuns.workers()), background, texts);
    CompareViewModel made =
        new CompareViewModel(
            shelf, new ComparisonService(), background, texts, new Numbers(locale));
    shelf.refresh();
    made.choose(List.of(runs.resolve("popularity"), runs.resolve("item-knn")));
    return made;
  }

  private RobustnessViewModel model(CompareViewModel of, Locale locale) {
    return new RobustnessViewModel(
        of,
        new RobustnessService(LocalRuns.workers()),
        background,
        new Sampler(),
        new Texts(locale),
        new Numbers(locale));
  }

  @Test
  @Order(1)
  void nothingIsMeasuredUnlessItIsAskedFor() {
    assertThat(model.possibleProperty().get()).as("the page was not looked at").isFalse();
    table.pageProperty().set(Page.ROBUSTNESS);
    assertThat(model.possibleProperty().get()).isTrue();
    assertThat(model.shownProperty().get().rows()).isEmpty();
    assertThat(model.curvesProperty().get()).isEmpty();
    assertThat(model.nothingProperty().get()).startsWith("Nothing was measured yet");
    assertThat(model.origin()).isEmpty();
    assertThat(new RunFolder(runs.resolve("item-knn")).robustnessFile()).doesNotExist();
  }

  @Test
  @Order(2)
  void oneClickMeasuresAllRuns() {
    model.measure();
    assertThat(model.measuringProperty().get()).isFalse();
    assertThat(model.possibleProperty().get()).isFalse();
    assertThat(model.statusProperty().get()).isEqualTo("80 users · 3 rounds · seed 42");
    assertThat(model.summaryProperty().get()).contains("nothing can move them: popularity");
    assertThat(model.curvesProperty().get())
        .extracting(CurveChart.Curve::name)
        .containsExactlyInAnyOrder("popularity", "item-knn");
    CurveChart.Curve still = curve("popularity");
    assertThat(still.xs()).containsExactly(0, 10, 20, 40);
    assertThat(still.values()).containsOnly(1);
    assertThat(still.band().low()).containsOnly(1);
    assertThat(Files.isRegularFile(new RunFolder(runs.resolve("item-knn")).robustnessFile()))
        .isTrue();
    ViewOrigin origin = model.origin().orElseThrow();
    assertThat(origin.commands().getFirst())
        .startsWith("aisle robustness --run ")
        .contains("--run popularity", "--run item-knn")
        .endsWith("--users 1000 --seed 42");
    assertThat(origin.caption()).contains("Noise", "80 users");
    assertThat(origin.sources()).hasSize(2);
  }

  private CurveChart.Curve curve(String name) {
    return model.curvesProperty().get().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(3)
  void everyViewAndMeasureHasLinesRowsAndWordsInBothLanguages() {
    CompareViewModel chinese = table(Locale.SIMPLIFIED_CHINESE);
    RobustnessViewModel other = model(chinese, Locale.SIMPLIFIED_CHINESE);
    chinese.pageProperty().set(Page.ROBUSTNESS);
    for (RobustnessViewModel each : List.of(model, other)) {
      for (RobustnessView view : RobustnessView.values()) {
        each.viewProperty().set(view);
        for (RobustnessView.Measure measure : RobustnessView.Measure.values()) {
          each.measureProperty().set(measure);
          assertThat(each.measureWords()).isNotBlank();
          assertThat(each.curvesProperty().get())
              .hasSize(2)
              .allMatch(line -> line.xs().length == line.values().length && line.xs().length > 0);
        }
        GroupTable rows = each.shownProperty().get();
        assertThat(rows.rows()).isNotEmpty();
        assertThat(rows.rows()).allMatch(row -> row.size() == rows.columns().size());
        assertThat(view.widths()).hasSameSizeAs(rows.columns().toArray());
      }
      each.viewProperty().set(RobustnessView.NOISE);
      each.measureProperty().set(RobustnessView.Measure.KEPT);
    }
    model.viewProperty().set(RobustnessView.COLD_USERS);
    assertThat(curve("item-knn").xs()).containsExactly(1, 2, 3, 5);
    model.viewProperty().set(RobustnessView.NOISE);
  }

  @Test
  @Order(4)
  void theMetricOfTheTableIsFollowedWhereItWasMeasured() {
    table.metricProperty().set(Metric.parse("recall@10"));
    assertThat(model.shownProperty().get().columns()).contains("Recall@10");
    table.metricProperty().set(Metric.parse("coverage@10"));
    assertThat(model.shownProperty().get().columns()).contains("NDCG@10");
  }

  @Test
  @Order(5)
  void whatIsKnownIsShownWhenTheRunsAreChosenAgain() {
    table.choose(List.of(runs.resolve("item-knn")));
    assertThat(model.curvesProperty().get()).hasSize(1);
    assertThat(model.possibleProperty().get()).isFalse();
    table.pageProperty().set(Page.OVERVIEW);
    table.choose(List.of(runs.resolve("item-knn"), runs.resolve("popularity")));
    assertThat(model.curvesProperty().get()).as("the page is not looked at").isEmpty();
    assertThat(model.statusProperty().get()).isEmpty();
    table.pageProperty().set(Page.ROBUSTNESS);
    assertThat(model.curvesProperty().get()).hasSize(2);
  }

  @AfterAll
  void nothingWentWrong() {
    assertThat(notices.all()).isEmpty();
  }
}
