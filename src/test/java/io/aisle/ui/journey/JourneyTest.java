package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.data.EventRow;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.chart.TimeSeries;
import io.aisle.ui.comparison.CompareRow;
import io.aisle.ui.users.HistoryRow;
import io.aisle.ui.users.ListedItem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * The main journey, with real data, real worker processes and the real window: a shop comes in,
 * five models are trained, compared, and looked into. Each step builds on the one before.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final long BLOCK_MILLIS = 100;

  @TempDir static Path workspace;
  private static WorkbenchDriver driver;
  @RegisterExtension static final AfterTestExecutionCallback stops = Watching.stops(() -> driver);
  private static PulseWatcher pulse;
  private static final WorkbenchDriver.Answers answers = new WorkbenchDriver.Answers();
  private static final FxRobot robot = new FxRobot();

  @BeforeAll
  static void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    driver = new WorkbenchDriver(workspace);
    driver.show(answers);
    pulse = new PulseWatcher();
  }

  @AfterAll
  static void close() throws Exception {
    pulse.stop();
    driver.close();
  }

  @Test
  @Order(1)
  void anEmptyWorkspaceSaysWhatToDo() {
    driver.await("the empty state", LIMIT, () -> node("start", Node.class).isVisible());
    driver.await("the samples", LIMIT, () -> found("#import-online-retail") == 1);
  }

  @Test
  @Order(2)
  @SuppressWarnings("unchecked")
  void aShopComesInWithoutBlockingTheWindow() {
    warmUp();
    pulse.reset();
    robot.clickOn("#import-online-retail");
    driver.await("the import", LIMIT, () -> versions().getItems().size() == 1);
    driver.await("the version", LIMIT, () -> found("#events") == 1);
    assertThat(text("versionFacts")).startsWith("541,909 rows");
    TableView<EventRow> events = node("events", TableView.class);
    driver.await(
        "the first page",
        LIMIT,
        () -> !events.getItems().isEmpty() && events.getItems().get(0) != null);
    assertThat(events.getItems()).hasSizeGreaterThan(390_000);
    assertThat(events.getItems().get(0).title()).isEqualTo("WHITE HANGING HEART T-LIGHT HOLDER");
    SortedEvents.byPriceAndBack(driver, events);
    ListView<?> quality = node("quality", ListView.class);
    driver.await("the quality list", LIMIT, () -> quality.getItems().size() > 10);
    assertThat(text("qualitySummary")).contains("need attention");
    TimeSeries time = node("eventsOverTime", TimeSeries.class);
    driver.await("the profile", LIMIT, () -> !time.seriesProperty().get().isEmpty());
    assertQuick("import");
    theStoreIsAskedWithSql();
  }

  /** The proposed query counts the kinds of events. */
  private static void theStoreIsAskedWithSql() {
    driver.fire("openSql");
    driver.await("the panel", LIMIT, () -> found("#sqlPanel") == 1);
    driver.fire("sqlRun");
    driver.await("the rows", LIMIT, () -> found("#sqlRows") == 1);
    TableView<?> rows = node("sqlRows", TableView.class);
    driver.await("the row", LIMIT, () -> rows.getItems().getFirst() != null);
    assertThat((Object[]) rows.getItems().getFirst()).startsWith("purchase");
    driver.fire("sqlClose");
    driver.await("the version again", LIMIT, () -> node("events", TableView.class).isVisible());
  }

  @Test
  @Order(3)
  void fiveModelsAreTrainedWithoutBlockingTheWindow() {
    robot.press(KeyCode.CONTROL).press(KeyCode.DIGIT2);
    robot.release(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    driver.await("the data", LIMIT, () -> node("trainDataset", ComboBox.class).getValue() != null);
    robot.clickOn("#modelChoice");
    for (String model : List.of("ease", "als", "sasrec")) { // the last one's form opens
      CheckBox box = robot.lookup("#model-" + model).queryAs(CheckBox.class);
      WorkbenchDriver.fx(
          () -> {
            box.setSelected(true);
            return null;
          });
    }
    robot.type(KeyCode.ESCAPE);
    driver.await("the form of SASRec", LIMIT, () -> found("#sasrec-embeddingSize") == 1);
    CheckBox baselines = node("trainBaselines", CheckBox.class);
    driver.await("the switch of the baselines", LIMIT, baselines::isVisible);
    assertThat(baselines.isSelected()).isTrue();
    WorkbenchDriver.fx(
        () -> {
          baselines.fire();
          return null;
        });
    driver.set("sasrec-embeddingSize", "15");
    robot.clickOn("#trainStart");
    assertThat(text("trainError")).contains("parameters are wrong");
    driver.set("sasrec-embeddingSize", "16");
    driver.set("sasrec-maxLength", "12");
    driver.set("sasrec-batchSize", "128");
    driver.set("sasrec-epochs", "2");
    pulse.reset();
    robot.clickOn("#trainStart");
    TableView<?> runs = node("runs", TableView.class);
    driver.await("five runs", LIMIT, () -> runs.getItems().size() == 5);
    assertQuick("training");
    List<CurveChart.Curve> curves = node("lossChart", CurveChart.class).curvesProperty().get();
    assertThat(curves)
        .filteredOn(curve -> curve.name().equals("SASRec"))
        .singleElement()
        .satisfies(curve -> assertThat(curve.values()).hasSize(2).doesNotContain(Double.NaN));
  }

  @Test
  @Order(4)
  @SuppressWarnings("unchecked")
  void theRunsStandBesideEachOtherWithIntervalsAndVerdicts() {
    robot.clickOn("#screen-compare");
    TableView<CompareRow> rows = node("compareRows", TableView.class);
    driver.await("the comparison", LIMIT, () -> rows.getItems().size() == 5);
    List<CompareRow> shown = List.copyOf(rows.getItems());
    assertThat(shown).extracting(CompareRow::verdict).containsOnlyOnce("reference");
    assertThat(shown)
        .allSatisfy(
            row -> {
              assertThat(row.interval().low()).isLessThan(row.interval().mean());
              assertThat(row.interval().high()).isGreaterThan(row.interval().mean());
            });
    CompareRow knn = row(shown, "Item-KNN");
    CompareRow popularity = row(shown, "Popularity");
    assertThat(knn.interval().low()).isGreaterThan(popularity.interval().high());
    assertThat(text("compareProtocol")).contains("4,074 users");
  }

  @Test
  @Order(5)
  @SuppressWarnings("unchecked")
  void aUserShowsHistoryAndListsWithTheHitsMarked() {
    robot.clickOn("#screen-users");
    driver.await("five lists", LIMIT, () -> found("#lists .model-list") == 5);
    TableView<HistoryRow> history = node("history", TableView.class);
    driver.await("the history", LIMIT, () -> !history.getItems().isEmpty());
    awaitLists();
    int hits = 0;
    for (Node list : all("#lists .model-list")) {
      List<ListedItem> items = ((ListView<ListedItem>) list).getItems();
      assertThat(items).hasSize(10);
      hits += (int) items.stream().filter(ListedItem::hit).count();
    }
    assertThat(hits).as("the user that is served best has a hit").isPositive();
    assertThat(
            all("#lists .model-list .list-cell").stream()
                .map(cell -> (ListCell<ListedItem>) cell)
                .filter(cell -> cell.getItem() != null && cell.getItem().hit()))
        .isNotEmpty()
        .allMatch(
            cell ->
                cell.getPseudoClassStates().stream()
                    .anyMatch(state -> state.getPseudoClassName().equals("hit")));
  }

  @Test
  @Order(6)
  void theHeatMapNamesItemsAndItsRowsSumToOne() {
    HeatMap map = node("heatMap", HeatMap.class);
    driver.await(
        "the heat map, but " + text("attentionEmpty"),
        Duration.ofSeconds(60),
        () -> map.matrixProperty().get().rows().size() > 1);
    HeatMap.Matrix matrix = WorkbenchDriver.fx(() -> map.matrixProperty().get());
    for (int row = 0; row < matrix.cells().length; row++) {
      double sum = 0;
      for (int column = 0; column < matrix.cells()[row].length; column++) {
        double cell = matrix.cells()[row][column];
        assertThat(Double.isNaN(cell)).isEqualTo(column > row);
        sum += Double.isNaN(cell) ? 0 : cell;
      }
      assertThat(sum).isEqualTo(1, within(1e-4));
    }
    assertThat(map.getHeight()).as("every row is drawn").isGreaterThan(8 * matrix.rows().size());
    assertThat(map.minHeight(map.getWidth())).isLessThanOrEqualTo(map.getHeight());
    assertThat(matrix.rows()).allMatch(name -> name.matches(".*[A-Z]{3}.*"));
    assertThat(text("attentionReadout")).contains(matrix.rows().getLast());
  }

  @Test
  @Order(7)
  void aModelWithoutAttentionSaysSo() {
    ListView<?> list =
        (ListView<?>)
            all("#lists .model-list").stream()
                .filter(each -> each.getId().startsWith("list-item-knn"))
                .findFirst()
                .orElseThrow();
    WorkbenchDriver.fx(
        () -> {
          list.getSelectionModel().select(2);
          return null;
        });
    driver.await(
        "the empty state",
        LIMIT,
        () -> text("attentionEmpty").contains("Item-KNN has no attention"));
    assertThat(node("contributions", io.aisle.ui.chart.BarPairs.class).pairsProperty().get())
        .isNotEmpty();
  }

  @Test
  @Order(8)
  void aWeakSliceLeadsToItsUsersByKeyboard() {
    robot.clickOn("#screen-compare");
    TabPane pages = node("comparePages", TabPane.class);
    WorkbenchDriver.fx(
        () -> {
          pages.requestFocus();
          return null;
        });
    robot.type(KeyCode.RIGHT);
    driver.await("the page of slices", LIMIT, () -> found("#slicesTable") == 1);
    TableView<?> slices = node("slicesTable", TableView.class);
    driver.await("weak slices", LIMIT, () -> !slices.getItems().isEmpty());
    int users =
        Integer.parseInt(
            WorkbenchDriver.fx(
                () -> {
                  slices.requestFocus();
                  slices.getSelectionModel().clearAndSelect(0);
                  return slices.getColumns().get(1).getCellData(0).toString().replace(",", "");
                }));
    assertThat(users).isBetween(100, 4074 - 100);
    robot.type(KeyCode.ENTER);
    Node group = node("userGroup", Node.class);
    driver.await("the group", LIMIT, group::isVisible);
    ListView<?> listed = node("users", ListView.class);
    driver.await("its users", LIMIT, () -> listed.getItems().size() == users);
    robot.clickOn("#userGroup");
    driver.await("all users", LIMIT, () -> listed.getItems().size() > users);
  }

  @Test
  @Order(9)
  void anItemHasACardByKeyboard() {
    awaitLists();
    ListView<?> list = (ListView<?>) all("#lists .model-list").iterator().next();
    WorkbenchDriver.fx(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
          return null;
        });
    robot.type(KeyCode.ENTER);
    driver.await(
        "the card",
        LIMIT,
        () -> card() != null && card().getAccessibleText().contains("Users in the"));
    robot.type(KeyCode.ESCAPE);
    driver.await("no card", LIMIT, () -> card() == null);
  }

  @Test
  @Order(10)
  void anItemThatIsTakenOutOfTheHistoryChangesTheListsUntilItIsTakenBack() {
    new WhyJourney(driver, robot, LIMIT).dropAnItemAndTakeItBack();
  }

  @Test
  @Order(11)
  void anItemThatIsNotShownHasAReason() {
    new WhyJourney(driver, robot, LIMIT).askWhyNot("VINTAGE DOILY");
  }

  @Test
  @Order(12)
  void threeViewsArePinnedAndPrinted() throws IOException {
    Path pdf = workspace.resolve("report.pdf");
    answers.next(pdf);
    new WhyJourney(driver, robot, LIMIT).pinThreeViewsAndPrint(pdf);
  }

  @Test
  @Order(13)
  void whatNoiseDoesToTheRunsIsMeasured() {
    new MeasureJourney(driver, robot, Duration.ofSeconds(60)).perturbTheHistories();
  }

  @Test
  @Order(14)
  void aClickModelSaysWhatEachFeatureAdds() throws IOException {
    new MeasureJourney(driver, robot, Duration.ofSeconds(60)).explainAClickModel(workspace);
  }

  /** The lists come one by one, when their models are loaded. */
  private static void awaitLists() {
    driver.await(
        "the lists",
        LIMIT,
        () ->
            driver.scene().getRoot().lookupAll("#lists .model-list").stream()
                .noneMatch(list -> ((ListView<?>) list).getItems().isEmpty()));
  }

  /** The card that is open; null when none is. */
  private static Node card() {
    return Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .map(window -> window.getScene().getRoot().lookup("#itemCard"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Every screen is built once before anything is measured: classes load, styles are read. */
  private static void warmUp() {
    for (String screen : List.of("train", "compare", "users", "data")) {
      robot.clickOn("#screen-" + screen);
      WorkbenchDriver.pause(300);
    }
  }

  private static void assertQuick(String what) {
    long busiest = pulse.busiestMillis();
    System.out.printf(
        "FX thread during the %s: busy for at most %d ms, answer after at most %d ms%n",
        what, busiest, pulse.slowestMillis());
    assertThat(busiest).as("FX thread during the " + what + pulse.worst()).isLessThan(BLOCK_MILLIS);
  }

  private static CompareRow row(List<CompareRow> rows, String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  private static ListView<?> versions() {
    return node("versions", ListView.class);
  }

  private static <T extends Node> T node(String id, Class<T> type) {
    return driver.node(id, type);
  }

  private static String text(String id) {
    return driver.text(id);
  }

  private static int found(String selector) {
    return all(selector).size();
  }

  private static Set<Node> all(String selector) {
    return driver.all(selector);
  }
}
