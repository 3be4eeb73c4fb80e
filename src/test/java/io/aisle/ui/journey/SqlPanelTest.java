package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
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

/** The SQL panel in the real window, by keyboard where that is how it is used. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SqlPanelTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static WorkbenchDriver driver;
  private static final WorkbenchDriver.Answers answers = new WorkbenchDriver.Answers();
  private static final FxRobot robot = new FxRobot();

  @BeforeAll
  static void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    driver = new WorkbenchDriver(folder.resolve("workspace"));
    StringBuilder text = new StringBuilder("user,item,time,price\n");
    for (int i = 0; i < 900; i++) {
      text.append("u%d,i%d,%d,%s\n".formatted(i % 300, i % 40, 1_600_000_000L + i, i / 4.0));
    }
    Path file = Files.writeString(folder.resolve("shop.csv"), text);
    var summary =
        driver
            .services()
            .datasets()
            .importFiles(
                ImportPlan.of("corner shop", List.of(file), MappingFile.GUESS), new TestControl());
    assertThat(summary.taken()).isEqualTo(900);
    driver.show(answers);
  }

  @AfterAll
  static void close() {
    driver.close();
  }

  @Test
  @Order(1)
  void aShortcutOpensItAndSaysWhatIsAsked() {
    driver.await("the data set", LIMIT, () -> found("#versionFacts"));
    driver.await("its button", LIMIT, () -> !driver.node("openSql", Node.class).isDisabled());
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
    robot.release(KeyCode.Q, KeyCode.SHIFT, KeyCode.CONTROL);
    driver.await("the panel", LIMIT, () -> found("#sqlPanel"));
    driver.await("the schema", LIMIT, () -> text("sqlSchema").contains("corner_shop_v1"));
    assertThat(driver.node("sqlEmpty", Node.class).isVisible()).isTrue();
    TreeView<?> views = driver.node("sqlViews", TreeView.class);
    assertThat(views.getRoot().getChildren()).hasSize(10);
  }

  @Test
  @Order(2)
  void aQueryIsRunByKeyboardAndItsRowsArePaged() {
    run("SELECT user_id, seq, price FROM events ORDER BY seq");
    TableView<Object[]> rows = rows();
    assertThat(text("sqlSummary")).startsWith("900 rows");
    assertThat(rows.getItems()).hasSize(900);
    assertThat(rows.getColumns())
        .extracting(TableColumn::getText)
        .containsExactly("user_id", "seq", "price");
    driver.await("the last page", LIMIT, () -> rows.getItems().get(899) != null);
    assertThat(WorkbenchDriver.fx(() -> rows.getItems().get(899)[1])).isEqualTo(900L);
  }

  @Test
  @Order(3)
  void aHeadingSortsTheWholeResult() {
    WorkbenchDriver.fx(
        () -> {
          TableColumn<Object[], ?> price = rows().getColumns().get(2);
          price.setSortType(TableColumn.SortType.DESCENDING);
          return rows().getSortOrder().setAll(List.of(price));
        });
    driver.await(
        "the dearest first", LIMIT, () -> found("#sqlRows") && Objects.equals(cell(0, 2), 224.75));
    assertThat(WorkbenchDriver.fx(() -> rows().getItems().size())).isEqualTo(900);
  }

  @Test
  @Order(4)
  void whatIsNotAllowedIsSaidInItsPlace() {
    write("DROP TABLE event_1");
    press();
    driver.await("the refusal", LIMIT, () -> visible("sqlFailed"));
    assertThat(text("sqlProblem")).contains("can only be read");
    write("SELECT nix FROM events");
    press();
    driver.await("the fault", LIMIT, () -> text("sqlProblem").contains("NIX"));
    assertThat(visible("sqlFailed")).isTrue();
  }

  @Test
  @Order(5)
  void aQueryThatTakesTooLongIsStopped() {
    write("SELECT COUNT(*) FROM events a, events b, events c, events d");
    press();
    driver.await("the sign of work", LIMIT, () -> visible("sqlBusy") && visible("sqlCancel"));
    robot.type(KeyCode.ESCAPE);
    driver.await("the end", LIMIT, () -> visible("sqlRun") && !visible("sqlBusy"));
    run("SELECT 1 AS one");
    assertThat(text("sqlSummary")).startsWith("1 rows");
  }

  @Test
  @Order(6)
  @SuppressWarnings("unchecked")
  void queriesAreRememberedAndKept() {
    driver.fire("sqlHistoryTab");
    ListView<String> history = driver.node("sqlHistory", ListView.class);
    assertThat(history.getItems()).startsWith("SELECT 1 AS one").hasSize(5);
    driver.fire("sqlSavedTab");
    TextField name = driver.node("sqlName", TextField.class);
    WorkbenchDriver.fx(
        () -> {
          name.setText("one");
          return null;
        });
    driver.fire("sqlSave");
    ListView<?> saved = driver.node("sqlSaved", ListView.class);
    assertThat(saved.getItems()).hasSize(1);
    driver.await(
        "the file", LIMIT, () -> Files.exists(folder.resolve("workspace").resolve("queries.json")));
    driver.fire("sqlViewsTab");
  }

  @Test
  @Order(7)
  void rowsAreWrittenIntoAFile() throws IOException {
    Path file = folder.resolve("one.csv");
    answers.next(file);
    driver.fire("sqlExport");
    driver.await("the file", LIMIT, () -> Files.exists(file));
    assertThat(Files.readAllLines(file)).containsExactly("one", "1");
  }

  @Test
  @Order(8)
  void closingItShowsTheDataSetAgain() {
    driver.fire("sqlClose");
    driver.await("the data set", LIMIT, () -> !visible("sqlPanel"));
    driver.fire("openSql");
    driver.await("the panel as it was left", LIMIT, () -> visible("sqlPanel"));
    assertThat(text("sqlSummary")).startsWith("1 rows");
  }

  private static void run(String sql) {
    write(sql);
    press();
    driver.await("the rows", LIMIT, () -> visible("sqlRun") && found("#sqlRows"));
  }

  private static void write(String sql) {
    TextArea editor = driver.node("sqlEditor", TextArea.class);
    WorkbenchDriver.fx(
        () -> {
          editor.requestFocus();
          editor.setText(sql);
          return null;
        });
  }

  private static void press() {
    robot.press(KeyCode.CONTROL).press(KeyCode.ENTER);
    robot.release(KeyCode.ENTER).release(KeyCode.CONTROL);
    driver.await("a start", LIMIT, () -> true);
  }

  @SuppressWarnings("unchecked")
  private static TableView<Object[]> rows() {
    return driver.node("sqlRows", TableView.class);
  }

  private static Object cell(int row, int column) {
    Object[] cells = rows().getItems().get(row);
    return cells == null ? null : cells[column];
  }

  private static boolean found(String id) {
    return driver.find(id) != null;
  }

  private static boolean visible(String id) {
    Node node = driver.find("#" + id);
    return node != null && node.isVisible();
  }

  private static String text(String id) {
    return driver.text(id);
  }
}
