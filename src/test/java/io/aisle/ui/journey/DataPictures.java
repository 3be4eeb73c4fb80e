package io.aisle.ui.journey;

import io.aisle.core.dataset.DatasetService;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import io.aisle.testkit.FirstRatings;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/**
 * What hands have to open on the Data screen before it can be seen: the steps of an import and of
 * cleaning.
 */
final class DataPictures {
  private static final long SETTLED_MILLIS = 900;
  private static final int ROWS = 200;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final WorkbenchDriver driver;
  private final WorkbenchDriver.Answers answers;
  private final Path folder;

  DataPictures(WorkbenchDriver driver, WorkbenchDriver.Answers answers, Path folder) {
    this.driver = driver;
    this.answers = answers;
    this.folder = folder;
  }

  /** The first purchases of the gift shop, cleaned in two ways, and a run on what came of it. */
  static void furnish(Furniture furniture, DatasetService datasets) throws IOException {
    furniture.importFirstWeeks(60_000);
    long first = datasets.require("online-retail").id();
    long bought =
        datasets
            .cleaning()
            .apply(
                first,
                List.of(
                    new CleaningStep.Duplicates(CleaningStep.Duplicates.Same.MOMENT),
                    CleaningStep.Robots.DEFAULT,
                    CleaningStep.Core.DEFAULT),
                new TestControl())
            .version()
            .id();
    CleaningStep dear =
        new CleaningStep.Range(ColumnRole.PRICE, OptionalDouble.of(1), OptionalDouble.of(10));
    for (long from : new long[] {first, bought}) {
      var unused = datasets.cleaning().apply(from, List.of(dear), new TestControl());
    }
    furniture.train(
        "online-retail",
        "leave-last-out",
        "{epochs: 1, seed: 42, threads: 2}",
        "{kind: popularity}",
        "{kind: item-knn}");
  }

  void take(String suffix) throws IOException {
    driver.fire("screen-data");
    cleaning(suffix);
    versions(suffix);
    imports(suffix);
  }

  private void cleaning(String suffix) throws IOException {
    driver.await("the button", LIMIT, () -> !driver.node("openCleaning", Node.class).isDisabled());
    shoot("quality", suffix);
    driver.fire("openCleaning");
    for (String step : List.of("duplicates", "robots", "core", "binning")) {
      addStep(driver, step);
    }
    driver.await(
        "the counts",
        LIMIT,
        () -> driver.node("cleaningLines", TableView.class).getItems().size() == 5);
    shoot("cleaning", suffix);
    driver.fire("cleaningClose");
  }

  private void versions(String suffix) throws IOException {
    driver.fire("openVersions");
    driver.await(
        "the drift", LIMIT, () -> !driver.node("driftLines", TableView.class).getItems().isEmpty());
    shoot("versions", suffix);
    driver.fire("versionsClose");
  }

  /** What the menu of steps does. */
  static void addStep(WorkbenchDriver driver, String step) {
    WorkbenchDriver.fx(
        () -> {
          driver.node("cleaningAdd", MenuButton.class).getItems().stream()
              .flatMap(group -> ((Menu) group).getItems().stream())
              .filter(item -> item.getId().equals("add-" + step))
              .forEach(MenuItem::fire);
          return null;
        });
  }

  private void imports(String suffix) throws IOException {
    for (FirstRatings.Writing writing :
        List.of(
            FirstRatings.Writing.JSON_LINES,
            FirstRatings.Writing.PARQUET,
            FirstRatings.Writing.WORKBOOK)) {
      open(FirstRatings.write(writing, folder, ROWS));
      shoot("import-" + writing.name().toLowerCase(Locale.ROOT), suffix);
    }
    Path log = folder.resolve("log.csv");
    Files.writeString(log, clicks());
    open(log);
    shoot("import-file", suffix);
    driver.fire("stepColumns");
    shoot("import-columns", suffix);
    driver.fire("stepCheck");
    TextField name = driver.node("importMappingName", TextField.class);
    WorkbenchDriver.fx(
        () -> {
          name.setText("weekly clicks");
          return null;
        });
    shoot("import-check", suffix);
    driver.fire("importKeep");
    shoot("import-offer", suffix);
    driver.fire("importCancel");
  }

  /** Clicks of which some name no user, some have a wrong time, and some are of unknown kinds. */
  private static String clicks() {
    StringBuilder text = new StringBuilder("visitor_id;product;action;when;price\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(
          "%s;p%d;%s;%s;%.2f%n"
              .formatted(
                  i % 17 == 0 ? "" : "v" + i % 23,
                  i % 31,
                  i % 11 == 0 ? "glance" : i % 3 == 0 ? "cart" : "view",
                  i % 29 == 0 ? "soon" : "2024-03-%02d 1%d:05".formatted(1 + i % 28, i % 10),
                  i / 4.0));
    }
    return text.toString();
  }

  private void open(Path file) {
    answers.next(file);
    driver.fire("importFile");
    driver.await("the file", LIMIT, () -> driver.node("importNext", Node.class).isVisible());
  }

  private void shoot(String name, String suffix) throws IOException {
    WorkbenchDriver.pause(SETTLED_MILLIS);
    driver.awaitRest(LIMIT);
    Snapshots.write(driver.scene(), folder.resolve("data-" + name + suffix + ".png"));
  }
}
