package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.FirstWeeks;
import io.aisle.ui.common.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/**
 * Whoever works by keyboard alone reaches everything in the window, sees where the focus is, and is
 * told what each control and each chart is.
 */
class FocusWalkTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** A window of its own. */
  private static final String APART = "apart";

  private static final long SETTLED_MILLIS = 500;

  @TempDir static Path folder;
  private static final WorkbenchDriver.Answers answers = new WorkbenchDriver.Answers();
  private static WorkbenchDriver driver;
  private final FocusWalk walk = new FocusWalk();
  private final Turns turns = new Turns();

  @BeforeAll
  static void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    driver = new WorkbenchDriver(folder.resolve("workspace"));
    Furniture furniture = new Furniture(driver.services(), folder);
    furniture.importFirstWeeks(20_000);
    furniture.train(
        "online-retail",
        "leave-last-out",
        "{epochs: 1, seed: 42, threads: 2}",
        "{kind: popularity}",
        "{kind: item-knn}",
        "{kind: sasrec, embeddingSize: 16, maxLength: 12}");
    driver.show(answers);
    WorkbenchDriver.fx(
        () -> {
          driver.stage().setWidth(1440);
          driver.stage().setHeight(900);
          return null;
        });
  }

  @AfterAll
  static void close() {
    driver.close();
  }

  @Test
  void everythingOnEveryScreenIsReachedShownAndNamed() {
    for (Screen screen : Screen.values()) {
      String name = screen.name().toLowerCase(Locale.ROOT);
      driver.fire("screen-" + name);
      settle();
      chooseFirstRows();
      walk.forwards(name, driver.scene().getRoot());
      walk.backwards(name, driver.scene().getRoot());
      everyView(name);
    }
    told();
    assertThat(walk.size()).isGreaterThan(200);
  }

  @Test
  void everythingInWhatOpensOverTheScreensToo() {
    over("compare", "comparePick", APART);
    over("compare", "compareInfo", APART);
    over("users", "userPick", APART);
    over("train", "modelChoice", APART);
    over("data", "paletteField", "palette");
    over("data", "noticesButton", "notices");
    told();
  }

  @Test
  void everythingOfTheSamplesAndOfTheImport() throws Exception {
    driver.fire("screen-data");
    settle();
    driver.fire("openSamples");
    settle();
    walk.forwards("samples", content());
    driver.fire("startBack");
    settle();
    Path file = folder.resolve("more.csv");
    Files.write(file, FirstWeeks.lines(500));
    answers.next(file);
    driver.fire("importFile");
    driver.await("the import", LIMIT, () -> isShown("importNext"));
    settle();
    everyView("import");
    driver.fire("importCancel");
    answers.next(Files.writeString(folder.resolve("stock.csv"), "stock_code,title\n85123A,Lamp\n"));
    driver.fire("importFile");
    driver.await(
        "what it describes",
        LIMIT,
        () ->
            driver.find("#describedAppend") instanceof Node add && shown(add) && !add.isDisabled());
    settle();
    walk.forwards("described", content());
    driver.fire("importCancel");
    told();
  }

  @Test
  void everythingOfCleaningAndOfTheVersions() {
    driver.fire("screen-data");
    settle();
    driver.fire("openCleaning");
    for (String step : List.of("robots", "missing", "cancellations")) {
      DataPictures.addStep(driver, step);
    }
    settle();
    settle();
    walk.forwards("cleaning", content());
    driver.fire("cleaningClose");
    driver.fire("openVersions");
    settle();
    settle();
    walk.forwards("versions", content());
    driver.fire("versionsClose");
    told();
  }

  @Test
  void everythingOfTheQueriesAndOfTheJobsWithTheirLog() {
    driver.fire("screen-data");
    settle();
    driver.fire("openSql");
    driver.fire("sqlRun");
    settle();
    settle();
    walk.forwards("sql", content());
    everyView("sql");
    driver.fire("sqlClose");
    driver.fire("jobsButton");
    settle();
    walk.forwards("jobs", driver.node("tray", Parent.class));
    driver.fire("programLog");
    settle();
    walk.forwards("log", driver.node("log", Parent.class));
    walk.press(KeyCode.ESCAPE);
    driver.await("Escape to close the log", LIMIT, () -> !isShown("log"));
    walk.press(KeyCode.ESCAPE);
    driver.await("Escape to close the tray", LIMIT, () -> !isShown("tray"));
    told();
  }

  @Test
  void everythingOfRerankingAndCombining() {
    driver.fire("screen-train");
    settle();
    fromRuns("runlist-rerank", "item-knn");
    WorkbenchDriver.fx(
        () -> {
          driver.node("ruleAdd", MenuButton.class).getItems().forEach(FocusWalkTest::fire);
          return null;
        });
    settle();
    settle();
    walk.forwards("rerank", content());
    driver.fire("rerankClose");
    fromRuns("runlist-combine", "item-knn", "sasrec");
    walk.forwards("combine", content());
    everyView("combine");
    driver.fire("combineClose");
    told();
  }

  @Test
  void theCardOfAnItemHasTheFocusAndGivesItBack() {
    driver.fire("screen-users");
    settle();
    driver.await("lists", LIMIT, () -> !driver.all("#lists .model-list").isEmpty());
    ListView<?> list = (ListView<?>) driver.all("#lists .model-list").iterator().next();
    driver.await("items", LIMIT, () -> !list.getItems().isEmpty());
    int windows = windows();
    WorkbenchDriver.fx(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
          return null;
        });
    walk.press(KeyCode.ENTER);
    driver.await("the card", LIMIT, () -> windows() > windows);
    settle();
    Node card = WorkbenchDriver.fx(() -> top().getScene().getFocusOwner());
    assertThat(card.getId()).isEqualTo("itemCard");
    assertThat(card.getAccessibleText()).hasSizeGreaterThan(20);
    walk.press(KeyCode.ESCAPE);
    driver.await("the card to go", LIMIT, () -> windows() == windows);
    driver.await("the focus", LIMIT, list::isFocused);
  }

  /** What the menu of runs does with runs of these models. */
  private void fromRuns(String entry, String... models) {
    driver.fire("showRuns");
    settle();
    RunsMenu.choose(driver, entry, row -> List.of(models).contains(row.name()));
    settle();
  }

  /** What a menu holds, also in the menus within it. */
  private static void fire(MenuItem item) {
    if (item instanceof Menu menu) {
      menu.getItems().forEach(FocusWalkTest::fire);
    } else {
      item.fire();
    }
  }

  private static boolean isShown(String id) {
    return driver.find("#" + id) instanceof Node node && shown(node);
  }

  /** Turns every page and every switch of the screen, and walks through what comes to light. */
  private void everyView(String where) {
    Parent content = content();
    for (Optional<Turns.Turn> turn = turns.next(content);
        turn.isPresent();
        turn = turns.next(content)) {
      turn.get().take();
      settle();
      if (WorkbenchDriver.fx(() -> walk.findsMore(content))) {
        walk.forwards(where + " after " + turn.get().name(), content);
      }
    }
  }

  /**
   * What a button opens, until Escape closes it.
   *
   * @param panel its id in the window, or {@link #APART}
   */
  private void over(String screen, String opener, String panel) {
    driver.fire("screen-" + screen);
    settle();
    int windows = windows();
    WorkbenchDriver.fx(
        () -> {
          driver.node(opener, Node.class).requestFocus();
          return null;
        });
    driver.fire(opener);
    settle();
    walk.forwards(opener, panel.equals(APART) ? top() : driver.node(panel, Parent.class));
    walk.press(KeyCode.ESCAPE);
    driver.await(
        "Escape to close what " + opener + " opened",
        LIMIT,
        () -> Window.getWindows().size() == windows && driver.find("#" + panel) == null);
  }

  /** What the window that was opened last holds. */
  private static Parent top() {
    return WorkbenchDriver.fx(() -> Window.getWindows().getLast().getScene().getRoot());
  }

  /** What a screen shows of a chosen row comes to light. */
  private static void chooseFirstRows() {
    WorkbenchDriver.fx(
        () -> {
          for (Node node : Controls.of(content())) {
            if (node instanceof ListView<?> list && list.getSelectionModel().isEmpty()) {
              list.getSelectionModel().select(0);
            } else if (node instanceof TableView<?> table
                && table.getSelectionModel().isEmpty()
                && !table.getItems().isEmpty()) {
              table.getSelectionModel().select(0);
            }
          }
          return null;
        });
    settle();
  }

  private void told() {
    System.out.printf("%d controls, %d keys%n", walk.size(), walk.steps());
    walk.faults().forEach(System.out::println);
    assertThat(walk.faults()).isEmpty();
  }

  private static Parent content() {
    return driver.node("content", Parent.class);
  }

  private static int windows() {
    return WorkbenchDriver.fx(() -> Window.getWindows().size());
  }

  private static void settle() {
    WorkbenchDriver.pause(SETTLED_MILLIS);
    driver.awaitRest(LIMIT);
  }

  private static boolean shown(Node node) {
    return Controls.isShown(node);
  }
}
