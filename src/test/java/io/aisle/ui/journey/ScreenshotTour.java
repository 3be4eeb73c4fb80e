package io.aisle.ui.journey;

import io.aisle.ui.chart.HeatMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/**
 * Makes the pictures of the documentation: {@code ScreenshotTour WORKSPACE FOLDER}. It imports,
 * trains and looks as a user would, in a new workspace or one that an earlier tour left, and needs
 * no display with {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class ScreenshotTour {
  private static final Duration LONG = Duration.ofMinutes(15);

  private final WorkbenchDriver driver;
  private final Path folder;

  private ScreenshotTour(WorkbenchDriver driver, Path folder) {
    this.driver = driver;
    this.folder = folder;
  }

  /** Starts the toolkit, walks through the screens, and ends the process. */
  public static void main(String[] arguments) throws IOException {
    Path workspace = Files.createDirectories(Path.of(arguments[0]));
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    Platform.startup(() -> Platform.setImplicitExit(false));
    try (WorkbenchDriver driver = new WorkbenchDriver(workspace)) {
      driver.show(new WorkbenchDriver.Answers());
      new ScreenshotTour(driver, folder).walk();
    } finally {
      Platform.exit();
    }
  }

  private void walk() throws IOException {
    driver.await("the list", LONG, () -> versions() > 0 || empty());
    WorkbenchDriver.pause(500);
    if (versions() == 0) {
      picture("first-start");
      driver.fire("import-online-retail");
      driver.await("the import", LONG, () -> versions() > 0);
    }
    driver.await(
        "the profile",
        LONG,
        () ->
            driver.scene().getRoot().lookup("#quality") instanceof ListView<?> checks
                && !checks.getItems().isEmpty());
    WorkbenchDriver.pause(500);
    picture("data");
    driver.fire("screen-train");
    WorkbenchDriver.pause(2000);
    if (runs() == 0) {
      train();
    }
    picture("train");
    driver.fire("screen-compare");
    TableView<?> rows = driver.node("compareRows", TableView.class);
    driver.await("the comparison", LONG, () -> rows.getItems().size() >= 3);
    WorkbenchDriver.pause(500);
    picture("compare");
    driver.fire("screen-users");
    driver.await("the screen", LONG, () -> driver.scene().getRoot().lookup("#heatMap") != null);
    HeatMap map = driver.node("heatMap", HeatMap.class);
    driver.await("the heat map", LONG, () -> map.matrixProperty().get().rows().size() > 1);
    driver.await(
        "the lists", LONG, () -> driver.scene().getRoot().lookupAll(".model-list").size() >= 3);
    WorkbenchDriver.pause(500);
    picture("users");
    dark();
  }

  private void train() throws IOException {
    for (String model : new String[] {"ease", "als", "sasrec"}) {
      CheckBox box = driver.node("model-" + model, CheckBox.class);
      WorkbenchDriver.fx(
          () -> {
            box.setSelected(true);
            return null;
          });
    }
    TextField epochs = driver.node("sasrec-epochs", TextField.class);
    WorkbenchDriver.fx(
        () -> {
          epochs.setText("8");
          return null;
        });
    driver.fire("trainStart");
    WorkbenchDriver.pause(5000);
    driver.await("the runs", LONG, () -> runs() >= 5);
    WorkbenchDriver.pause(500);
    WorkbenchDriver.fx(
        () -> {
          driver.window().notices().clear();
          return null;
        });
  }

  private void dark() throws IOException {
    driver.fire("themeButton");
    for (String screen : new String[] {"data", "train", "compare", "users"}) {
      driver.fire("screen-" + screen);
      WorkbenchDriver.pause(2000);
      picture(screen + "-dark");
    }
  }

  private boolean empty() {
    return driver.node("start", Node.class).isVisible();
  }

  private int versions() {
    return driver.node("versions", ListView.class).getItems().size();
  }

  private int runs() {
    return driver.node("runs", TableView.class).getItems().size();
  }

  private void picture(String name) throws IOException {
    Snapshots.write(driver.scene(), folder.resolve(name + ".png"));
  }
}
