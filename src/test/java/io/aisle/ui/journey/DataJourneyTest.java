package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.ui.chart.LineageChart;
import io.aisle.ui.chart.TimeSeries;
import io.aisle.ui.dataset.QualityLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * The journey of data, with the first lines of a real export as they stand: it is dropped on the
 * window, looked into, cleaned by steps, compared with what it was, and a part of it goes out
 * again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataJourneyTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int LINES = 12_000;

  @TempDir static Path folder;
  private static WorkbenchDriver driver;
  private static final WorkbenchDriver.Answers answers = new WorkbenchDriver.Answers();
  private static final FxRobot robot = new FxRobot();

  @BeforeAll
  static void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    driver = new WorkbenchDriver(folder.resolve("workspace"));
    driver.show(answers);
    driver.await("the window", LIMIT, () -> find("content") != null);
  }

  @AfterAll
  static void close() {
    driver.close();
  }

  @Test
  @Order(1)
  void aFileIsDroppedAndWhatWouldBeRefusedIsSeenAtOnce() throws IOException {
    driver.look("1-start");
    FileDropper.drop(driver.scene().getRoot(), List.of(export()));
    driver.await("the form", LIMIT, () -> visible("importNext"));
    driver.look("2-dropped");
    driver.await("the check", LIMIT, () -> text("importVerdict").contains(word("refused", "拒绝")));
    driver.fire("stepCheck");
    driver.await(
        "the reasons",
        LIMIT,
        () -> find("importReasons") instanceof ListView<?> list && list.getItems().size() >= 5);
    driver.look("3-refusals");
    driver.fire("importStart");
    driver.await("the version", LIMIT, () -> text("versionFacts").contains(word("rows →", "行 →")));
  }

  @Test
  @Order(2)
  void whatTheExportHidesStandsInTheQualityList() throws IOException {
    driver.await("the list", LIMIT, () -> visible("show-no-user"));
    for (String check : List.of("cancelled", "duplicate", "repeats")) {
      assertThat(find("show-" + check)).as(check).isNotNull();
    }
    long nobody = nobody();
    assertThat(count("no-user")).isEqualTo(nobody).isPositive();
    driver.look("4-quality");
    driver.fire("show-no-user");
    driver.await("the lines without a customer", LIMIT, () -> visible("refused"));
    TableView<?> refused = driver.node("refused", TableView.class);
    driver.await(
        "the first of them",
        LIMIT,
        () ->
            refused.getItems().getFirst() instanceof Object row
                && row.toString().contains("no-customer"));
    driver.await(
        "the profile",
        LIMIT,
        () ->
            find("eventsOverTime") instanceof TimeSeries time
                && !time.seriesProperty().get().isEmpty());
    driver.look("5-without-customer");
  }

  @Test
  @Order(3)
  void threeStepsAreAddedAndOneIsTakenBack() {
    driver.fire("treat-repeats");
    driver.await("the page", LIMIT, () -> visible("cleaningApply"));
    DataPictures.addStep(driver, "range");
    DataPictures.addStep(driver, "core");
    await(4);
    driver.look("6-three-steps");
    driver.fire("cleaningUndo");
    await(3);
    WorkbenchDriver.fx(
        () -> {
          driver.node("step-2", Node.class).requestFocus();
          return null;
        });
    robot.press(KeyCode.ALT, KeyCode.UP).release(KeyCode.UP, KeyCode.ALT);
    driver.await("the range first", LIMIT, () -> text("step-1").contains(word("Range", "数值范围")));
    assertThat(WorkbenchDriver.fx(() -> find("step-1").isFocused())).isTrue();
    assertThat(text("cleaningBasis")).matches("(exact|estimated|精确|根据).*");
    driver.look("7-one-taken-back");
  }

  @Test
  @Order(4)
  void aNewVersionIsMadeAndComparedWithTheOld() {
    ListView<?> versions = driver.node("versions", ListView.class);
    driver.fire("cleaningApply");
    driver.await("the new version", LIMIT, () -> versions.getItems().size() == 2);
    driver.await("its overview", LIMIT, () -> text("versionTitle").contains("v2"));
    driver.await("the button", LIMIT, () -> !find("openVersions").isDisabled());
    driver.fire("openVersions");
    driver.await(
        "the drift",
        LIMIT,
        () -> find("driftLines") instanceof TableView<?> table && !table.getItems().isEmpty());
    assertThat(text("compareSummary")).startsWith("−").contains(word("lost", "减少"));
    assertThat(driver.node("lineage", LineageChart.class).describe())
        .contains(word("Version 1", "版本 1"))
        .contains(word("2 steps", "2 个步骤"));
    driver.look("8-compared");
    driver.fire("versionsClose");
  }

  @Test
  @Order(5)
  void aPageGoesOutAgain() throws IOException {
    driver.await("the rows", LIMIT, () -> visible("exportRows"));
    driver.look("9-profile");
    driver.fire("eventsTab");
    TableView<?> events = driver.node("events", TableView.class);
    driver.await("the first page", LIMIT, () -> events.getItems().getFirst() != null);
    Path file = folder.resolve("events.csv");
    answers.next(file);
    driver.look("10-page");
    driver.fire("exportRows");
    int rows = events.getItems().size();
    driver.await(
        "the file", LIMIT, () -> Files.exists(file) && Files.readAllLines(file).size() == rows + 1);
    assertThat(Files.readAllLines(file).get(1)).contains("WHITE HANGING HEART T-LIGHT HOLDER");
    driver.look("11-exported");
  }

  /**
   * The first lines of the gift shop's export, with all that is wrong with them; the whole of it
   * when somebody watches.
   */
  private static Path export() throws IOException {
    Path whole =
        Path.of(System.getProperty("aisle.home", "."))
            .resolve("sample-datasets/online-retail/transactions.csv.gz");
    long lines = driver.watching().isOn() ? Long.MAX_VALUE : LINES;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(whole)), StandardCharsets.UTF_8))) {
      return Files.write(folder.resolve("till.csv"), reader.lines().limit(lines).toList());
    }
  }

  /** Lines of the export that name no customer. */
  private static long nobody() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("till.csv"))) {
      return lines.skip(1).filter(line -> line.matches(".*,,[^,]*")).count();
    }
  }

  @SuppressWarnings("unchecked")
  private static long count(String check) {
    ListView<QualityLine> quality = driver.node("quality", ListView.class);
    return quality.getItems().stream()
        .map(QualityLine::check)
        .filter(each -> each.id().equals(check))
        .mapToLong(QualityCheck::count)
        .sum();
  }

  private static void await(int lines) {
    driver.await(
        lines + " counts",
        LIMIT,
        () -> driver.node("cleaningLines", TableView.class).getItems().size() == lines);
  }

  private static String word(String english, String chinese) {
    return driver.watching().word(english, chinese);
  }

  private static Node find(String id) {
    return driver.find("#" + id);
  }

  private static boolean visible(String id) {
    Node node = find(id);
    return node != null && Controls.isShown(node);
  }

  private static String text(String id) {
    return WorkbenchDriver.fx(
        () -> find(id) instanceof Labeled label && label.getText() != null ? label.getText() : "");
  }
}
