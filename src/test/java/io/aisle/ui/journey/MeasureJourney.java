package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.chart.ErrorBars;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.testfx.api.FxRobot;

/** Steps of the journey that measure something: what noise does, and what a feature adds. */
record MeasureJourney(WorkbenchDriver driver, FxRobot robot, Duration limit) {
  /** Every run is judged again on perturbed histories. */
  void perturbTheHistories() {
    robot.clickOn("#screen-compare");
    Pages.turn(driver, "comparePages", "page-robustness");
    driver.await("the page", limit, () -> driver.all("#robustnessRows").size() == 1);
    TableView<?> rows = driver.node("robustnessRows", TableView.class);
    driver.await(
        "the button", limit, () -> !driver.node("robustnessStart", Button.class).isDisabled());
    driver.fire("robustnessStart");
    driver.await("what noise does", limit, () -> !rows.getItems().isEmpty());
    List<CurveChart.Curve> curves =
        driver.node("robustnessChart", CurveChart.class).curvesProperty().get();
    assertThat(curves).extracting(CurveChart.Curve::name).contains("EASE", "SASRec");
    assertThat(driver.text("robustnessSummary")).isNotBlank();
  }

  /** Trains a click model and asks what each feature adds to its first item. */
  void explainAClickModel(Path scratch) throws IOException {
    new Furniture(driver.services(), scratch)
        .train(
            "online-retail",
            "leave-last-out",
            "{epochs: 1, seed: 42, threads: 2}",
            "{kind: logistic-regression}");
    robot.clickOn("#screen-train");
    driver.fire("showRuns");
    TableView<?> runs = driver.node("runs", TableView.class);
    driver.await("six runs", limit, () -> runs.getItems().size() == 6);
    RunsMenu.choose(driver, "runlist-users", row -> row.name().equals("logistic-regression"));
    driver.await("its list", limit, () -> list() != null && !list().getItems().isEmpty());
    WorkbenchDriver.fx(
        () -> {
          list().requestFocus();
          list().getSelectionModel().select(0);
          return null;
        });
    robot.clickOn("#whyPane-4");
    ErrorBars features = driver.node("features", ErrorBars.class);
    driver.await("the features", limit, () -> !features.barsProperty().get().isEmpty());
    assertThat(driver.text("featuresSummary")).isNotBlank();
    assertThat(features.describe()).hasSizeGreaterThan(20);
  }

  private ListView<?> list() {
    return driver.all("#lists .model-list").stream()
        .filter(each -> each.getId().startsWith("list-logistic"))
        .map(each -> (ListView<?>) each)
        .findFirst()
        .orElse(null);
  }
}
