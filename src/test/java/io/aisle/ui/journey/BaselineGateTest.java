package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.Job;
import io.aisle.core.training.RunFolder;
import io.aisle.ui.comparison.CompareRow;
import io.aisle.ui.training.RunRow;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.testfx.util.NodeQueryUtils;

/**
 * Tuned simple models beside a neural one, in the real window: the switch of the Train screen, the
 * banner of the Compare screen with yes and no, and two of the runs made into one. Each step builds
 * on the one before.
 */
class BaselineGateTest extends FirstWeeksJourney {
  private static final List<String> TUNED =
      List.of("tuned-item-knn", "tuned-ease", "tuned-als", "tuned-markov");

  @Test
  @Order(1)
  void theSwitchIsThereForNeuralModelsAloneAndTunesBesideThem() {
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
    driver.await("the data", SOON, () -> node("trainDataset", ComboBox.class).getValue() != null);
    CheckBox baselines = node("trainBaselines", CheckBox.class);
    driver.await("no switch with simple models only", SOON, () -> !baselines.isVisible());
    driver.fire("chosen-popularity");
    driver.fire("chosen-item-knn");
    driver.fire("modelChoice");
    driver.await("the picker", SOON, () -> Window.getWindows().size() == 2);
    driver.await("the filter", SOON, () -> focusedInPopup().equals("modelFilter"));
    keys.write("sasrec");
    keys.type(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.ESCAPE); // the first clears the filter
    driver.awaitAlone();
    driver.await("the switch", SOON, baselines::isVisible);
    assertThat(baselines.isSelected()).isTrue();
    small();
    robot.clickOn("#trainStart");
    driver.await("five runs", LIMIT, () -> runs().size() == 5);
    assertThat(names()).containsAll(TUNED).hasSize(5);
  }

  @Test
  @Order(2)
  void whatWasTunedStandsInTheComparisonAndNothingIsAskedFor() {
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    driver.await("five rows", LIMIT, () -> rows().size() == 5);
    assertThat(banner().isVisible()).isFalse();
  }

  @Test
  @Order(3)
  void withoutThemTheBannerNamesThemAndBringsThemBack() {
    leaveTunedOut();
    driver.await("the banner", SOON, () -> banner().isVisible());
    assertThat(text("compareBaselinesText")).contains("Item-KNN", "EASE", "ALS", "Markov chain");
    robot.clickOn("#compareBaselinesAdd");
    driver.await("five rows again", LIMIT, () -> rows().size() == 5);
    driver.await("the banner to go", SOON, () -> !banner().isVisible());
    assertThat(names()).as("tuned ones are reused").hasSize(5);
  }

  @Test
  @Order(4)
  void noIsRememberedForTheProtocol() {
    leaveTunedOut();
    driver.await("the banner", SOON, () -> banner().isVisible());
    robot.clickOn("#compareBaselinesNo");
    driver.await("the banner to go", SOON, () -> !banner().isVisible());
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    choose(List.of("tuned-ease"));
    driver.await("two rows", LIMIT, () -> rows().size() == 2);
    choose(List.of("tuned-ease"));
    driver.await("one row", LIMIT, () -> rows().size() == 1);
    assertThat(banner().isVisible()).isFalse();
  }

  @Test
  @Order(5)
  void withTheSwitchOffNothingIsTunedBeside() {
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot.clickOn("#trainBaselines");
    robot.clickOn("#policy-ALLOW"); // another protocol, for which nothing is tuned yet
    robot.clickOn("#trainStart");
    driver.await("six runs", LIMIT, () -> runs().size() == 6);
    assertThat(driver.services().training().session()).hasSize(6);
    assertThat(driver.services().jobs().jobs())
        .filteredOn(job -> job.outcome().isEmpty())
        .extracting(Job::title)
        .doesNotContain("Tuned baselines");
  }

  @Test
  @Order(6)
  @SuppressWarnings("unchecked")
  void twoRunsAreMadeIntoOneThatCanBeCompared() {
    robot.clickOn("#showRuns");
    TableView<RunRow> table = node("runs", TableView.class);
    driver.await("the table", SOON, () -> table.getItems().size() == 6);
    Set<String> two = Set.of("tuned-ease", "tuned-markov");
    RunsMenu.choose(driver, "runlist-combine", row -> two.contains(row.name()));
    driver.await("the page", SOON, () -> node("combinePage", Node.class).isVisible());
    assertThat(all("#combineMembers .text-field")).hasSize(2);
    // it is laid out a pulse after it is shown
    driver.await(
        "its button",
        SOON,
        () -> NodeQueryUtils.isVisible().test(node("combineStart", Node.class)));
    robot.clickOn("#combineStart");
    driver.await("seven runs", LIMIT, () -> runs().size() == 7);
    driver.await("its row", SOON, () -> table.getItems().size() == 7);
    RunRow fused =
        table.getItems().stream()
            .filter(row -> row.name().contains(" + "))
            .findFirst()
            .orElseThrow();
    assertThat(fused.judged()).isTrue();
    assertThat(fused.record().metrics().test().get("ndcg@10")).isPositive();
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    choose(List.of(fused.name()));
    driver.await(
        "its row in the comparison",
        LIMIT,
        () -> rows().stream().anyMatch(row -> row.name().equals(fused.name())));
  }

  private static void leaveTunedOut() {
    choose(TUNED);
    driver.await("one row", LIMIT, () -> rows().size() == 1);
  }

  /** Opens the choice of runs and turns some of them over, each found by the filter. */
  private static void choose(Collection<String> names) {
    driver.fire("comparePick");
    driver.await("the choice of runs", SOON, () -> focusedInPopup().equals("runFilter"));
    for (RunFolder run : runs()) {
      if (names.contains(run.record().name())) {
        String id = "#run-" + run.path().getFileName();
        WorkbenchDriver.fx(
            () -> {
              ((TextField) inPopup("#runFilter")).setText(run.record().name());
              return null;
            });
        driver.await("the line " + id, SOON, () -> inPopup(id) instanceof CheckBox);
        WorkbenchDriver.fx(
            () -> {
              ((CheckBox) inPopup(id)).fire();
              return null;
            });
      }
    }
    driver.fire("comparePick");
    driver.awaitAlone();
  }

  private static Node inPopup(String selector) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getRoot())
        .filter(root -> !root.equals(driver.scene().getRoot()))
        .map(root -> root.lookup(selector))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String focusedInPopup() {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getFocusOwner())
        .filter(owner -> owner != null && !owner.getScene().equals(driver.scene()))
        .map(Keyboard::id)
        .findFirst()
        .orElse("");
  }

  private static void small() {
    robot.clickOn("#page-sasrec");
    driver.set("sasrec-embeddingSize", "16");
    driver.set("sasrec-layers", "1");
    driver.set("sasrec-maxLength", "10");
    driver.set("sasrec-epochs", "1");
  }

  private static List<RunFolder> runs() {
    return driver.services().training().runs();
  }

  private static List<String> names() {
    return runs().stream().map(run -> run.record().name()).toList();
  }

  @SuppressWarnings("unchecked")
  private static List<CompareRow> rows() {
    return List.copyOf(node("compareRows", TableView.class).getItems());
  }

  private static Node banner() {
    return node("compareBaselines", Node.class);
  }
}
