package io.aisle.ui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.lists.ListsService;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.slices.SliceService;
import io.aisle.core.training.TrainingService;
import io.aisle.core.users.RunDataCache;
import io.aisle.domain.model.Metric;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.OddShop;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.View;
import io.aisle.ui.common.ViewLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The pages of groups, agreement and slices over two trained runs, and lists from elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparePagesTest {
  @TempDir static Path folder;

  private final Notices notices = new Notices(Runnable::run);
  private final Background background =
      new Background(new CallerJobRunner(), Runnable::run, notices);
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Numbers numbers = new Numbers(Locale.ENGLISH);
  private final ComparisonService comparisons = new ComparisonService();
  private final List<Pin> pinned = new ArrayList<>();
  private final FileAnswer answer = new FileAnswer();
  private CompareViewModel table;
  private RunShelf shelf;
  private TrainingService training;
  private List<Path> runs;
  private ViewLoader views;

  /** Chooses a file as a person would. */
  private static final class FileAnswer implements Dialogs {
    private Optional<Path> file = Optional.empty();

    @Override
    public Optional<Path> open(String title) {
      return file;
    }

    @Override
    public Optional<Path> save(String title, String name) {
      return file;
    }

    @Override
    public boolean confirm(String title, String question, String action) {
      return true;
    }
  }

  @BeforeAll
  void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    Path home = folder.resolve("runs");
    OddShop.write(folder);
    OddShop.train(folder, "popularity", home.resolve("popularity"));
    OddShop.train(folder, "item-knn", home.resolve("item-knn"));
    runs = List.of(home.resolve("popularity"), home.resolve("item-knn"));
    fx(
        () -> {
          wire(home);
          return null;
        });
  }

  private void wire(Path home) {
    training = LocalRuns.service(home, LocalRuns.workers());
    shelf = new RunShelf(training, background, texts);
    table = new CompareViewModel(shelf, comparisons, background, texts, numbers);
    GroupsViewModel groups =
        new GroupsViewModel(table, comparisons, background, new GroupWords(texts, numbers), texts);
    AgreementViewModel agreement = new AgreementViewModel(table, comparisons, background, texts);
    SampledViewModel sampled =
        new SampledViewModel(
            table, new ListsService(LocalRuns.workers()), background, texts, numbers);
    SlicesViewModel slices =
        new SlicesViewModel(
            table,
            new SliceService(comparisons, Optional.empty(), new RunDataCache()),
            background,
            texts,
            numbers);
    slices.leastProperty().set(20);
    ChartTools tools = new ChartTools(texts, numbers, answer, background, notices, pinned::add);
    Map<Class<?>, Supplier<?>> controllers =
        Map.of(
            GroupsController.class, () -> new GroupsController(groups, tools),
            AgreementController.class, () -> new AgreementController(agreement, sampled, tools),
            SlicesController.class, () -> new SlicesController(slices, new Navigator(), tools));
    views = new ViewLoader(texts, controllers);
    shelf.refresh();
    table.choose(runs);
  }

  @AfterAll
  void nothingWentWrong() {
    assertThat(notices.all()).allMatch(notice -> notice.code().isEmpty());
  }

  @Test
  void groupsAreShownForEachAttributeAndCanBePinned() {
    Parent page = load(View.COMPARE_GROUPS, Page.GROUPS);
    TableView<?> rows = find(page, "groupsTable", TableView.class);
    ChoiceBox<?> by = find(page, "groupsBy", ChoiceBox.class);
    assertThat(rows.getItems()).hasSize(4); // thirds, and the largest gap
    assertThat(rows.getColumns()).hasSize(4);
    fx(
        () -> {
          by.getSelectionModel().select(1);
          return null;
        });
    assertThat(rows.getItems()).isNotEmpty();
    pin(rows);
    Pin kept = pinned.getLast();
    assertThat(kept.title()).isEqualTo("Groups of users and items");
    assertThat(kept.caption())
        .contains(by.getValue() instanceof GroupChoice chosen ? chosen.words() : "?");
    assertThat(kept.header()).hasSize(rows.getColumns().size());
    assertThat(kept.rows()).hasSize(rows.getItems().size());
    assertThat(kept.sources()).hasSize(2);
    assertThat(kept.commands().getFirst())
        .startsWith("aisle compare ")
        .contains("popularity", "item-knn");
  }

  @Test
  void aMetricWithoutValuesForUsersSaysWhyThereAreNoGroups() {
    Parent page = load(View.COMPARE_GROUPS, Page.GROUPS);
    fx(
        () -> {
          find(page, "groupsBy", ChoiceBox.class).getSelectionModel().select(0);
          table.metricProperty().set(Metric.parse("coverage@10"));
          return null;
        });
    TableView<?> rows = find(page, "groupsTable", TableView.class);
    assertThat(rows.getItems()).isEmpty();
    assertThat(((Label) rows.getPlaceholder()).getText()).contains("no value for each user");
    fx(
        () -> {
          table.metricProperty().set(Metric.parse("ndcg@10"));
          return null;
        });
    assertThat(rows.getItems()).isNotEmpty();
  }

  @Test
  void agreementIsDrawnByEachMeasureAndTheSampleIsJudgedOnDemand() {
    Parent page = load(View.COMPARE_AGREEMENT, Page.AGREEMENT);
    HeatMap chart = find(page, "agreementChart", HeatMap.class);
    double biased = chart.matrixProperty().get().cells()[0][1];
    fx(
        () -> {
          ((ChoiceBox<?>) find(page, "agreementMeasure", ChoiceBox.class))
              .getSelectionModel()
              .select(1);
          return null;
        });
    assertThat(chart.matrixProperty().get().cells()[0][1]).isNotEqualTo(biased).isBetween(0.0, 1.0);
    assertThat(chart.describe()).contains("experiment");
    TableView<?> sampled = find(page, "sampledRows", TableView.class);
    assertThat(sampled.getItems()).isEmpty();
    fx(
        () -> {
          find(page, "sampledJudge", Button.class).fire();
          return null;
        });
    assertThat(sampled.getItems()).hasSize(2);
    assertThat(find(page, "sampledChanged", Label.class).getText()).isNotBlank();
  }

  @Test
  void slicesCanBePinnedWithTheCommandThatFindsThem() {
    Parent page = load(View.COMPARE_SLICES, Page.SLICES);
    TableView<?> rows = find(page, "slicesTable", TableView.class);
    assertThat(rows.getItems()).isNotEmpty();
    pin(rows);
    assertThat(pinned.getLast().commands().getFirst())
        .matches("aisle slices --run (popularity|item-knn) --metric ndcg@10 --min 20");
  }

  @Test
  void listsFromElsewhereStandBesideTheOthers() throws Exception {
    Path lists = folder.resolve("other system.tsv");
    Files.copy(runs.getLast().resolve("topk.tsv"), lists);
    answer.file = Optional.of(lists);
    fx(
        () -> {
          Changes changes = new Changes();
          changes.onRuns(shelf::refresh);
          new ImportRunViewModel(table, training, shelf, changes, background, notices, texts)
              .ask(answer);
          return null;
        });
    assertThat(table.chosen()).extracting(RunItem::name).contains("other system");
    assertThat(table.rows()).hasSize(3);
    fx(
        () -> {
          table.choose(runs);
          return null;
        });
  }

  private Parent load(View view, Page page) {
    return fx(
        () -> {
          table.pageProperty().set(page);
          Parent root = views.load(view);
          Scene scene = new Scene(root, 900, 400);
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return root;
        });
  }

  /** As from the menu of the table. */
  private static void pin(TableView<?> rows) {
    fx(
        () -> {
          rows.getContextMenu().getItems().stream()
              .filter(item -> "table-pin".equals(item.getId()))
              .forEach(MenuItem::fire);
          return null;
        });
  }

  private static <T> T find(Parent page, String id, Class<T> type) {
    return type.cast(page.lookup("#" + id)); // no window shows the page
  }

  private static <T> T fx(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception | AssertionError e) {
            done.completeExceptionally(e);
          }
        });
    return done.orTimeout(60, TimeUnit.SECONDS).join();
  }
}
