package io.aisle.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.neighbours.NeighbourService;
import io.aisle.core.report.pin.Pin;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.OddShop;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.PointCloud;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Theme;
import io.aisle.ui.common.View;
import io.aisle.ui.common.ViewLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The Items screen over three small runs, with its models and views as the window has them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItemsControllerTest {
  @TempDir static Path folder;

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Numbers numbers = new Numbers(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final Background background =
      new Background(new CallerJobRunner(), Runnable::run, notices);
  private final List<Pin> kept = new ArrayList<>();
  private NeighbourService service;
  private ItemsViewModel items;
  private MapViewModel map;
  private Scene scene;

  @BeforeAll
  void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    Path runs = folder.resolve("runs");
    OddShop.write(folder);
    OddShop.train(folder, "popularity", runs.resolve("popularity"));
    OddShop.train(folder, "item-knn", runs.resolve("item-knn"));
    OddShop.train(folder, "als", runs.resolve("als"));
    service = new NeighbourService(LocalRuns.workers());
    RunShelf shelf = new RunShelf(LocalRuns.service(runs, LocalRuns.workers()), background, texts);
    fx(
        () -> {
          wire(shelf);
          return null;
        });
  }

  private void wire(RunShelf shelf) {
    items = new ItemsViewModel(shelf, service, background, texts, numbers);
    map = new MapViewModel(items, service, background, texts, numbers);
    map.projectionProperty().set(Drawing.PCA);
    ListedViewModel listed = new ListedViewModel(items, map, background, notices, texts);
    ChartTools tools =
        new ChartTools(texts, numbers, new Answers(), background, notices, kept::add);
    ViewLoader views =
        new ViewLoader(
            texts,
            Map.of(
                ItemsController.class,
                () -> new ItemsController(items, new Navigator(), tools),
                MapController.class,
                () -> new MapController(items, map, listed, tools)));
    Parent root = views.load(View.ITEMS);
    scene = new Scene(root, 1280, 800);
    Theme.LIGHT.dress(scene);
    assertThat(items.runs()).as("nothing is read before the screen is looked at").isEmpty();
    items.refresh();
    root.applyCss();
    root.layout();
  }

  @AfterAll
  void close() {
    service.close();
  }

  /** Where the user would save: in the test's folder. */
  private static final class Answers implements Dialogs {
    @Override
    public Optional<Path> open(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String name) {
      return Optional.of(folder.resolve(name));
    }

    @Override
    public boolean confirm(String title, String question, String action) {
      return true;
    }
  }

  private static <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
  }

  private <T extends Node> T node(String id, Class<T> type) {
    return type.cast(scene.lookup("#" + id));
  }

  private int rows(String table) {
    TableView<?> found = node(table, TableView.class);
    return found.getItems().size();
  }

  private void choose(String run) {
    fx(
        () -> {
          items.runs().stream()
              .filter(each -> each.path().endsWith(run))
              .forEach(items.runProperty()::set);
          return null;
        });
  }

  private void against(String run) {
    fx(
        () -> {
          items.rivals().stream()
              .filter(each -> each.map(other -> other.path().endsWith(run)).orElse(run.isEmpty()))
              .findFirst()
              .ifPresent(items.rivalProperty()::set);
          return null;
        });
  }

  @Test
  void itemsAreFoundOpenedAndHaveTheirNeighbours() {
    choose("als");
    assertThat(items.runs()).as("popularity knows nothing of items").hasSize(2);
    fx(
        () -> {
          items.finder().typedProperty().set("i12");
          items.open(items.finder().found().getFirst());
          return null;
        });
    assertThat(node("itemName", Label.class).getText()).isEqualTo("i12");
    assertThat(node("itemFacts", Label.class).getText()).contains("toys", "users");
    assertThat(rows("itemsNearest")).isEqualTo(ItemsViewModel.NEAREST);
    assertThat(items.nearest()).extracting(ItemRow::item).doesNotContain("i12");
  }

  @Test
  void theMapDrawsWhatTheRunHasLearnedAndAPointOpensItsItem() {
    choose("als");
    PointCloud chart = node("itemMap", PointCloud.class);
    assertThat(chart.cloudProperty().get().size()).isEqualTo(24);
    assertThat(map.subtitleProperty().get()).contains("24 items", "keeps");
    fx(
        () -> {
          chart.openedProperty().set(3);
          return null;
        });
    assertThat(node("itemName", Label.class).getText())
        .isEqualTo(chart.cloudProperty().get().name().get(3));
    assertThat(chart.marksProperty().get().one()).isEqualTo(3);
    assertThat(chart.marksProperty().get().others()).hasSize(ItemsViewModel.NEAREST);
    assertThat(fx(chart::describe)).contains("24 points", "stands out");
  }

  @Test
  void selectedItemsAreListedAndSaved() throws Exception {
    choose("als");
    BitSet some = new BitSet();
    some.set(2);
    some.set(5);
    fx(
        () -> {
          map.selectionProperty().set(some);
          node("itemsSave", Button.class).fire();
          return null;
        });
    assertThat(rows("itemsListed")).isEqualTo(2);
    assertThat(node("itemsSentence", Label.class).getText()).isEqualTo("2 items");
    assertThat(Files.readAllLines(folder.resolve("als-items.csv")))
        .hasSize(3)
        .first()
        .isEqualTo("item,title,category,price,users,overlap,shift");
  }

  @Test
  void anotherRunShowsWhatDrifted() {
    choose("als");
    fx(
        () -> {
          map.selectionProperty().set(new BitSet());
          return null;
        });
    against("item-knn");
    assertThat(map.colourings()).contains(Colouring.DRIFT);
    assertThat(rows("itemsListed")).isEqualTo(24);
    assertThat(node("itemsSentence", Label.class).getText()).contains("overlap", "by chance");
    fx(
        () -> {
          map.colouringProperty().set(Colouring.DRIFT);
          return null;
        });
    assertThat(fx(node("itemMap", PointCloud.class)::describe)).contains("Coloured by");
    assertThat(map.origin().orElseThrow().commands().getFirst())
        .isEqualTo("aisle map --run als --projection pca --seed 1 --against item-knn");
    against("");
    assertThat(map.colourings()).doesNotContain(Colouring.DRIFT);
  }

  @Test
  void aRunWithoutVectorsHasNeighboursAndSaysWhyThereIsNoMap() {
    choose("item-knn");
    assertThat(rows("itemsNearest")).isPositive();
    PointCloud chart = node("itemMap", PointCloud.class);
    assertThat(chart.cloudProperty().get().size()).isZero();
    assertThat(chart.getEmptyText()).contains("no vectors");
  }

  @Test
  void aMapThatCannotBeDrawnIsToldAndCanBeDrawnOtherwise() {
    choose("als");
    fx(
        () -> {
          map.projectionProperty().set(Drawing.UMAP); // too few items
          return null;
        });
    assertThat(map.nothingProperty().get()).isEqualTo(texts.of("items.map.failed"));
    fx(
        () -> {
          map.projectionProperty().set(Drawing.PCA);
          return null;
        });
    assertThat(node("itemMap", PointCloud.class).cloudProperty().get().size()).isEqualTo(24);
  }
}
