package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.Workers;
import io.aisle.ui.comparison.CompareRow;
import io.aisle.ui.shell.JobLine;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Ten models, chosen by keyboard and trained on the first weeks of a real shop in the real window:
 * one is stopped, one is paused, the process of one is killed from outside; the others end and
 * stand in one comparison. Each step builds on the one before.
 */
class TenModelsJourneyTest extends FirstWeeksJourney {
  /** Long enough that nothing ends by itself before it is stopped, paused or killed. */
  private static final String ENDLESS = "100000";

  @Test
  @Order(1)
  void tenModelsAreChosenWithoutAMouse() {
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
    driver.await("the data", SOON, () -> node("trainDataset", ComboBox.class).getValue() != null);
    keys.tabTo("modelChoice");
    keys.type(KeyCode.SPACE);
    driver.await("the filter", SOON, () -> inPicker().equals("modelFilter"));
    keys.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
    assertThat(inPicker()).isEqualTo("model-user-knn");
    keys.type(KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE);
    assertThat(chosen()).containsExactly("popularity", "item-knn", "user-knn", "ease", "slim");
    keys.type(KeyCode.END);
    assertSeen(inPicker());
    keys.type(KeyCode.HOME, KeyCode.UP);
    assertThat(inPicker()).isEqualTo("modelFilter");
    keys.write("als");
    keys.type(KeyCode.ENTER);
    keys.write("bpr"); // what was typed before makes room
    keys.type(KeyCode.DOWN, KeyCode.SPACE);
    keys.write("markov"); // typed in the list, found by the filter
    assertThat(inPicker()).isEqualTo("modelFilter");
    keys.type(KeyCode.ENTER);
    for (String model : List.of("lightgcn", "sasrec")) {
      keys.write(model);
      keys.type(KeyCode.ENTER);
    }
    keys.type(KeyCode.ESCAPE, KeyCode.ESCAPE); // the first clears the filter
    driver.await("the window", SOON, () -> keys.focused().equals("modelChoice"));
    driver.awaitAlone();
    assertThat(chosen())
        .containsExactlyInAnyOrder(
            "popularity",
            "item-knn",
            "user-knn",
            "ease",
            "slim",
            "als",
            "bpr",
            "markov",
            "lightgcn",
            "sasrec");
  }

  @Test
  @Order(2)
  void theyWaitInOneQueue() {
    for (String model : List.of("als", "bpr", "lightgcn")) {
      set(model, Map.of("embeddingSize", "8", "epochs", ENDLESS, "patience", "0"));
    }
    set("sasrec", Map.of("embeddingSize", "16", "layers", "1", "maxLength", "10", "epochs", "1"));
    CheckBox baselines = node("trainBaselines", CheckBox.class);
    driver.await("the switch of the baselines", SOON, baselines::isVisible);
    robot.clickOn(baselines);
    robot.clickOn("#trainStart");
    driver.await("ten cards", LIMIT, () -> all("#liveCards .live-card").size() == 10);
    assertThat(text("trainError")).isEmpty();
  }

  @Test
  @Order(3)
  void oneIsStoppedOnItsCard() {
    awaitEpochs("ALS");
    Node stop =
        card("ALS").lookupAll(".button").stream()
            .filter(button -> id(button).startsWith("liveStop-"))
            .findFirst()
            .orElseThrow();
    robot.clickOn(stop);
    awaitState("ALS", "stopped");
  }

  @Test
  @Order(4)
  @SuppressWarnings("unchecked")
  void oneIsPausedInTheTrayByKeyboard() {
    awaitEpochs("BPR");
    keys.chord(KeyCode.CONTROL, KeyCode.J);
    driver.await("the tray", SOON, () -> !all("#jobs").isEmpty());
    ListView<Object> jobs = node("jobs", ListView.class);
    keys.tabTo("jobs");
    keys.type(KeyCode.HOME);
    driver.await("the line of BPR", SOON, () -> reach(jobs));
    keys.type(KeyCode.P);
    awaitState("BPR", "paused");
    keys.chord(KeyCode.CONTROL, KeyCode.J);
  }

  @Test
  @Order(5)
  void theProcessOfOneIsKilledAndItSaysHowToGoOn() {
    awaitEpochs("LightGCN");
    ProcessHandle worker = worker("LightGCN");
    assertThat(worker.destroyForcibly()).isTrue();
    awaitState("LightGCN", "failed");
    assertThat(words(card("LightGCN")))
        .anyMatch(words -> words.contains("was killed from outside"))
        .anyMatch(words -> words.startsWith("Resume after epoch"));
  }

  @Test
  @Order(6)
  @SuppressWarnings("unchecked")
  void theOthersEndAndAreCompared() {
    awaitState("SASRec", "done");
    awaitState("BPR", "paused");
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    TableView<CompareRow> rows = node("compareRows", TableView.class);
    driver.await("the comparison", LIMIT, () -> rows.getItems().size() == 7);
    assertThat(List.copyOf(rows.getItems()))
        .extracting(CompareRow::name)
        .containsExactlyInAnyOrder(
            "Popularity", "Item-KNN", "User-KNN", "EASE", "SLIM", "Markov chain", "SASRec");
    driver.await(
        "room for seven rows",
        SOON,
        () -> rows.getHeight() > rows.getFixedCellSize() * rows.getItems().size());
  }

  @Test
  @Order(7)
  void theKilledOneGoesOnFromItsCardAndAllIsStopped() {
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot.clickOn("#showLive");
    Node resume =
        card("LightGCN").lookupAll(".button").stream()
            .filter(button -> id(button).startsWith("liveResume-"))
            .findFirst()
            .orElseThrow();
    WorkbenchDriver.fx(
        () -> {
          ((Button) resume).fire();
          return null;
        });
    awaitState("LightGCN", "running");
    awaitEpochs("LightGCN");
    robot.clickOn("#liveStopAll");
    awaitState("LightGCN", "stopped");
    awaitState("BPR", "stopped");
  }

  private static ProcessHandle worker(String model) {
    return Workers.process(
        driver.services().jobs().jobs().stream()
            .filter(each -> each.title().equals(model))
            .findFirst()
            .orElseThrow());
  }

  /** Goes down the list until the line of BPR is chosen. */
  private static boolean reach(ListView<Object> jobs) {
    int at = -1;
    for (int line = 0; line < jobs.getItems().size(); line++) {
      if (jobs.getItems().get(line) instanceof JobLine job && job.title().equals("BPR")) {
        at = line;
      }
    }
    jobs.getSelectionModel().select(at);
    return at >= 0;
  }

  private static void set(String model, Map<String, String> values) {
    robot.clickOn("#page-" + model);
    driver.await("the page of " + model, SOON, () -> !all("#" + model + "-epochs").isEmpty());
    values.forEach((key, value) -> driver.set(model + "-" + key, value));
  }

  private static void awaitEpochs(String model) {
    driver.await(
        "epochs of " + model,
        LIMIT,
        () -> words(card(model)).anyMatch(words -> words.matches("epoch \\d.* of .*ndcg@10.*")));
  }

  private static void awaitState(String model, String state) {
    driver.await(model + " is " + state, LIMIT, () -> words(card(model)).anyMatch(state::equals));
  }

  private static Node card(String model) {
    return WorkbenchDriver.fx(
        () ->
            driver.scene().getRoot().lookupAll("#liveCards .live-card").stream()
                .filter(card -> words(card).anyMatch(model::equals))
                .findFirst()
                .orElse(new Label("no card of " + model)));
  }

  private static Stream<String> words(Node card) {
    return card.lookupAll("*").stream()
        .filter(Labeled.class::isInstance)
        .map(each -> ((Labeled) each).getText())
        .filter(text -> text != null && !text.isEmpty());
  }

  private static String inPicker() {
    return WorkbenchDriver.fx(() -> Keyboard.id(pickerWindow().getScene().getFocusOwner()));
  }

  private static Node picked(String id) {
    return WorkbenchDriver.fx(() -> pickerWindow().getScene().getRoot().lookup("#" + id));
  }

  private static Window pickerWindow() {
    return Window.getWindows().stream()
        .filter(window -> window.getScene().getRoot().lookup("#modelFilter") != null)
        .findFirst()
        .orElseThrow(() -> new AssertionError("the picker is not open"));
  }

  /** Whether a model of the list lies within what the list shows. */
  private static void assertSeen(String id) {
    Node row = picked(id);
    WorkbenchDriver.fx(
        () -> {
          Node view = pickerWindow().getScene().getRoot().lookup(".viewport");
          var place = row.localToScene(row.getLayoutBounds());
          assertThat(view.localToScene(view.getLayoutBounds()).contains(place)).isTrue();
          return null;
        });
  }

  private static List<String> chosen() {
    return WorkbenchDriver.fx(
        () ->
            driver.scene().getRoot().lookupAll("#chosenModels .chip").stream()
                .map(chip -> chip.getId().substring("chosen-".length()))
                .toList());
  }

  private static String id(Node node) {
    return Keyboard.id(node);
  }
}
