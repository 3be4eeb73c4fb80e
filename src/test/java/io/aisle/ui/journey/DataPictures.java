package io.aisle.ui.journey;

import io.aisle.core.dataset.DatasetService;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import io.aisle.testkit.FirstRatings;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * What hands have to open on the Data screen before it can be seen: the steps of an import and of
 * cleaning.
 */
final class DataPictures {
  private static final long SETTLED_MILLIS = 900;
  private static final int ROWS = 200;
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String PRODUCTS =
      """
      stock_code,title,category,supplier,supplier_email
      85123A,White hanging heart light holder,Lights,Heartfelt Ltd,orders@heartfelt.example
      71053,White metal lantern,Lights,Lantern & Co,sales@lantern.example
      84406B,Cream cupid hearts coat hanger,Home,Heartfelt Ltd,orders@heartfelt.example
      84029G,Knitted union flag hot water bottle,Winter,Warm Wool,hello@warmwool.example
      22752,Set of 7 nesting boxes,Home,Boxed,boxes@boxed.example
      21730,Glass star frosted light holder,Lights,Lantern & Co,sales@lantern.example
      99001,Brass desk lamp,Lights,Lantern & Co,sales@lantern.example
      """;

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
    List<String> steps = List.of("duplicates", "robots", "core", "binning");
    steps.forEach(step -> addStep(driver, step));
    driver.await(
        "the counts",
        LIMIT,
        () -> driver.node("cleaningLines", TableView.class).getItems().size() == steps.size() + 1);
    shoot("cleaning", suffix);
    steps.forEach(step -> driver.fire("cleaningUndo")); // they would be there the next time
    driver.fire("cleaningClose");
  }

  private void versions(String suffix) throws IOException {
    driver.fire("openVersions");
    driver.await(
        "the drift", LIMIT, () -> !driver.node("driftLines", TableView.class).getItems().isEmpty());
    shoot("versions", suffix);
    Path customers = folder.resolve("customers.csv");
    Files.writeString(
        customers,
        "CustomerID,email,phone\n17850,ann@example.org,+49 30 1234567\n13047,bob@example.org,\n");
    answers.next(customers);
    driver.fire("versionAppend");
    driver.await("the columns", LIMIT, () -> driver.node("appendCard", Node.class).isVisible());
    shoot("versions-append", suffix);
    driver.fire("appendCancel");
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
    described(suffix);
  }

  /** A workbook with several sheets, and a catalogue with people in it, without events. */
  private void described(String suffix) throws IOException {
    Path orders = folder.resolve("orders.xlsx");
    try (OutputStream out = Files.newOutputStream(orders);
        Workbook workbook = new Workbook(out, "pictures", "1.0")) {
      sheet(workbook, "Orders", "customer", "article", "ordered", "price");
      sheet(workbook, "Returns", "customer", "article", "returned", "price");
    }
    open(orders);
    shoot("import-sheets", suffix);
    driver.fire("importCancel");
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(catalogue.resolve("products.csv"), PRODUCTS);
    Files.writeString(
        catalogue.resolve("relevance.csv"),
        "query,stock_code,grade\nlight holder,85123A,3\nlight holder,71053,2\nmug,85123A,0\n");
    answers.next(catalogue);
    driver.fire("importFolder");
    driver.await(
        "the counts",
        LIMIT,
        () ->
            driver.scene().getRoot().lookup("#describedJoins") instanceof ListView<?> joins
                && !joins.getItems().isEmpty());
    shoot("import-described", suffix);
    driver.fire("importCancel");
  }

  private static void sheet(Workbook workbook, String name, String... header) {
    Worksheet sheet = workbook.newWorksheet(name);
    for (int column = 0; column < header.length; column++) {
      sheet.value(0, column, header[column]);
      for (int row = 1; row < ROWS; row++) {
        sheet.value(row, column, cell(column, row));
      }
    }
  }

  private static String cell(int column, int row) {
    return switch (column) {
      case 0 -> "c" + row % 23;
      case 1 -> "a" + row % 31;
      case 2 -> "2024-03-%02d 1%d:05".formatted(1 + row % 28, row % 10);
      default -> "%.2f".formatted(row / 4.0);
    };
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
