package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.HeatMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.testfx.api.FxRobot;

/** The end of the journey: why an item is shown, what if, why not another, and the report. */
record WhyJourney(WorkbenchDriver driver, FxRobot robot, Duration limit) {
  void dropAnItemAndTakeItBack() {
    explainTheFirstOfSasRec();
    robot.clickOn("#whyPane-3");
    ListView<?> history = driver.node("whatIfHistory", ListView.class);
    driver.await("the history", limit, () -> !history.getItems().isEmpty());
    int size = history.getItems().size();
    List<String> before = shown();
    WorkbenchDriver.fx(
        () -> {
          history.requestFocus();
          history.getSelectionModel().clearAndSelect(0);
          return null;
        });
    robot.type(KeyCode.DELETE);
    driver.await("a shorter history", limit, () -> history.getItems().size() == size - 1);
    driver.await("other lists", limit, () -> complete() && !shown().equals(before));
    robot.clickOn("#whatIfUndo");
    driver.await("the whole history", limit, () -> history.getItems().size() == size);
    driver.await("the lists of before", limit, () -> complete() && shown().equals(before));
  }

  void askWhyNot(String words) {
    robot.clickOn("#whyPane-2");
    TextField field = driver.node("whyNotItem", TextField.class);
    WorkbenchDriver.fx(
        () -> {
          field.requestFocus();
          field.setText(words);
          return null;
        });
    Label answer = driver.node("whyNotAnswer", Label.class);
    long end = System.nanoTime() + limit.toNanos();
    while (!answered(answer, words) && System.nanoTime() < end) {
      robot.type(KeyCode.ENTER); // takes the first that was found, once there is one
      WorkbenchDriver.pause(300);
    }
    assertThat(answer.getText()).contains(words).containsPattern("[0-9]");
  }

  void pinThreeViewsAndPrint(Path pdf) throws IOException {
    robot.clickOn("#whyPane-1");
    Path kept = pdf.resolveSibling("pins");
    String looks = pin("heatMap", kept, 1);
    String matters = pin("contributions", kept, 2);
    robot.clickOn("#screen-compare");
    Pages.turn(driver, "comparePages", "page-overview");
    String cost = pin("costChart", kept, 3);
    Pages.turn(driver, "comparePages", "page-report");
    driver.await("three views", limit, () -> count("#pinnedViews .pinned-view") == 3);
    WorkbenchDriver.fx(
        () -> {
          ChoiceBox<?> format = driver.node("reportFormat", ChoiceBox.class);
          format.getSelectionModel().select(1);
          return null;
        });
    robot.clickOn("#reportWrite");
    driver.await("the report", limit, () -> Files.exists(pdf));
    try (PDDocument printed = Loader.loadPDF(pdf.toFile())) {
      assertThat(new PDFTextStripper().getText(printed).replaceAll("\\s+", " "))
          .contains("compared on online-retail", "Pinned views", looks, matters, cost)
          .contains("aisle explain --run", "aisle compare");
    }
  }

  private static boolean answered(Label answer, String words) {
    return WorkbenchDriver.fx(() -> answer.getText().contains(words));
  }

  private void explainTheFirstOfSasRec() {
    ListView<?> list =
        (ListView<?>)
            all("#lists .model-list").stream()
                .filter(each -> each.getId().startsWith("list-sasrec"))
                .findFirst()
                .orElseThrow();
    WorkbenchDriver.fx(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
          return null;
        });
    HeatMap map = driver.node("heatMap", HeatMap.class);
    driver.await("the heat map", limit, () -> map.matrixProperty().get().rows().size() > 1);
  }

  /** Opens the menu of the frame around a chart and pins it; its title in the report. */
  private String pin(String chart, Path folder, int pins) {
    driver.await("the chart " + chart, limit, () -> count("#" + chart) == 1);
    ChartFrame frame = frame(driver.node(chart, Node.class));
    WorkbenchDriver.fx(
        () -> {
          MenuButton menu =
              frame.lookupAll(".chart-menu").stream()
                  .filter(MenuButton.class::isInstance)
                  .map(MenuButton.class::cast)
                  .findFirst()
                  .orElseThrow();
          menu.show();
          MenuItem item =
              menu.getItems().stream()
                  .filter(each -> "chart-pin".equals(each.getId()))
                  .findFirst()
                  .orElseThrow();
          menu.hide();
          item.fire();
          return null;
        });
    driver.await("the pin", limit, () -> files(folder) == pins);
    return frame.getTitle() == null ? "" : frame.getTitle();
  }

  private static int files(Path folder) {
    String[] there = folder.toFile().list((where, name) -> name.endsWith(".json"));
    return there == null ? 0 : there.length;
  }

  private static ChartFrame frame(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each instanceof ChartFrame frame) {
        return frame;
      }
    }
    throw new IllegalStateException("no frame around " + node);
  }

  private boolean complete() {
    return all("#lists .model-list").stream()
        .noneMatch(list -> ((ListView<?>) list).getItems().isEmpty());
  }

  /** Every place of every list. */
  private List<String> shown() {
    return all("#lists .model-list").stream()
        .flatMap(list -> ((ListView<?>) list).getItems().stream())
        .map(String::valueOf)
        .toList();
  }

  private Set<Node> all(String selector) {
    return driver.all(selector);
  }

  private int count(String selector) {
    return all(selector).size();
  }
}
