package io.aisle.ui.journey;

import io.aisle.ui.training.RunRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;

/**
 * What hands have to open before it can be seen: the choice of models and the page of one, pages of
 * parameters, the queue, a search, changed and combined lists, predictions and the question for
 * baselines.
 */
final class TrainPictures {
  private static final long SETTLED_MILLIS = 1400;
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final WorkbenchDriver driver;

  TrainPictures(WorkbenchDriver driver) {
    this.driver = driver;
  }

  /** Trains what predicts, on ratings; needs no more than a minute. */
  static void furnish(Furniture furniture) throws IOException {
    furniture.importSample("movielens-small");
    furniture.train(
        "movielens-small",
        "random, ratios: [8, 1, 1], seed: 1, by: user}\nlabel: {minValue: 4",
        "{epochs: 3, seed: 42, threads: 2}",
        "{kind: logistic-regression}",
        "{kind: fm}");
  }

  /** Begins what is to be seen going on: a queue with a pause, a search. */
  void begin() {
    driver.fire("screen-train");
    settle();
    choose(List.of("bpr", "gru4rec", "two-tower"));
    set("bpr", "bpr-epochs", "20000");
    fire("trainBaselines");
    fire("trainStart");
    driver.await(
        "epochs",
        LIMIT,
        () -> !driver.scene().getRoot().lookupAll("#liveCards .live-card").isEmpty());
    choose(List.of("bpr", "gru4rec", "two-tower"));
    choose(List.of("ease"));
    select("showSearch");
    fire("searchStart");
    TableView<?> trials = driver.node("searchRows", TableView.class);
    driver.await("trials", LIMIT, () -> trials.getItems().size() > 2);
  }

  /** Takes all of them. */
  void take(Path folder, String suffix) throws IOException {
    driver.fire("screen-train");
    fire("modelChoice");
    settle();
    Snapshots.write(WorkbenchDriver.fx(TrainPictures::popup), file(folder, "picker", suffix));
    WorkbenchDriver.fx(
        () -> {
          ((Hyperlink) popup().getRoot().lookup("#help-sasrec")).fire();
          return null;
        });
    shoot(folder, "page", suffix);
    fire("modelPageClose");
    select("showLive");
    select("page-protocol");
    fire("protocol-advanced");
    shoot(folder, "protocol", suffix);
    fire("protocol-advanced");
    choose(List.of("two-tower"));
    shoot(folder, "live", suffix);
    choose(List.of("two-tower"));
    select("showSearch");
    shoot(folder, "search", suffix);
    select("showRuns");
    open("runlist-rerank", row -> row.name().equals("ease"));
    MenuButton add = driver.node("ruleAdd", MenuButton.class);
    WorkbenchDriver.fx(
        () -> {
          add.getItems().forEach(item -> item.fire());
          return null;
        });
    shoot(folder, "rerank", suffix);
    fire("rerankClose");
    open("runlist-combine", row -> row.name().equals("ease") || row.name().equals("item-knn"));
    shoot(folder, "combine", suffix);
    fire("combineClose");
    open("runlist-compare", row -> row.name().matches("logistic-regression|fm"));
    driver.await(
        "the predictions",
        LIMIT,
        () ->
            driver.scene().getRoot().lookup("#comparePredictions") instanceof ChoiceBox<?> shown
                && shown.isVisible());
    WorkbenchDriver.fx(
        () -> {
          driver.node("comparePredictions", ChoiceBox.class).getSelectionModel().select(1);
          return null;
        });
    shoot(folder, "predictions", suffix);
    driver.fire("screen-train");
    open("runlist-compare", row -> row.name().matches("sasrec|popularity"));
    shoot(folder, "banner", suffix);
  }

  private void shoot(Path folder, String name, String suffix) throws IOException {
    settle();
    Snapshots.write(driver.scene(), file(folder, name, suffix));
    for (String word : WorkbenchDriver.fx(() -> TextFit.cut(driver.scene()))) {
      System.out.println(name + suffix + ": " + word);
    }
  }

  private static Path file(Path folder, String name, String suffix) {
    return folder.resolve("train-" + name + suffix + ".png");
  }

  /** Chooses what is not chosen, and the other way round. */
  private void choose(List<String> models) {
    fire("modelChoice");
    settle();
    WorkbenchDriver.fx(
        () -> {
          for (String model : models) {
            ((CheckBox) popup().getRoot().lookup("#model-" + model)).fire();
          }
          return null;
        });
    fire("modelChoice");
    settle();
  }

  private static Scene popup() {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .filter(scene -> scene.getRoot().lookup("#modelFilter") != null)
        .findFirst()
        .orElseThrow();
  }

  private void set(String page, String field, String value) {
    select("page-" + page);
    WorkbenchDriver.fx(
        () -> {
          driver.node(field, TextField.class).setText(value);
          return null;
        });
  }

  private void select(String toggle) {
    WorkbenchDriver.fx(
        () -> {
          driver.node(toggle, ToggleButton.class).setSelected(true);
          return null;
        });
  }

  private void fire(String id) {
    Node node = driver.node(id, Node.class);
    WorkbenchDriver.fx(
        () -> {
          node.fireEvent(new ActionEvent());
          return null;
        });
  }

  @SuppressWarnings("unchecked")
  private void open(String item, Predicate<RunRow> rows) {
    select("showRuns");
    settle();
    WorkbenchDriver.fx(
        () -> {
          TableView<RunRow> table = driver.node("runs", TableView.class);
          table.getSelectionModel().clearSelection();
          table.getItems().stream()
              .filter(rows.and(RunRow::finished))
              .forEach(table.getSelectionModel()::select);
          table.getContextMenu().getItems().stream()
              .filter(each -> item.equals(each.getId()))
              .forEach(MenuItem::fire);
          return null;
        });
    settle();
  }

  private static void settle() {
    WorkbenchDriver.pause(SETTLED_MILLIS);
  }
}
