package io.aisle.ui.dataset;

import io.aisle.domain.data.CleaningStep;
import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.Columns;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FieldNodes;
import io.aisle.ui.form.ListedForm;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The page on which a version is cleaned by steps into a new one. */
public final class CleaningController {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final CleaningViewModel model;
  private final Dialogs dialogs;
  private final ChartTools tools;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Node page;
  @FXML private Label title;
  @FXML private Button undo;
  @FXML private Button redo;
  @FXML private MenuButton add;
  @FXML private VBox steps;
  @FXML private Node empty;
  @FXML private Label help;
  @FXML private Label problem;
  @FXML private Button apply;
  @FXML private Button save;
  @FXML private Node busy;
  @FXML private Label basis;
  @FXML private TableView<StepLine> lines;
  @FXML private TableColumn<StepLine, String> step;
  @FXML private TableColumn<StepLine, String> events;
  @FXML private TableColumn<StepLine, String> dropped;
  @FXML private TableColumn<StepLine, String> changed;
  @FXML private TableColumn<StepLine, String> users;
  @FXML private TableColumn<StepLine, String> items;
  @FXML private ChartFrame frame;
  @FXML private Columns chart;

  public CleaningController(CleaningViewModel model, Dialogs dialogs, ChartTools tools) {
    this.model = model;
    this.dialogs = dialogs;
    this.tools = tools;
    this.texts = tools.texts();
    this.numbers = tools.numbers();
  }

  @FXML
  private void initialize() {
    VersionPage.name(title, model.versionProperty(), texts, "cleaning.title");
    undo.disableProperty().bind(model.steps().canUndoProperty().not());
    redo.disableProperty().bind(model.steps().canRedoProperty().not());
    menu();
    FieldNodes nodes = new FieldNodes(texts, field -> help.setText(FieldNodes.help(texts, field)));
    page.getProperties().put(StepCards.class, new StepCards(model, steps, nodes, texts, numbers));
    model
        .steps()
        .all()
        .addListener((ListChangeListener<ListedForm<CleaningStep>>) change -> tellEmpty());
    tellEmpty();
    problem.textProperty().bind(model.problemProperty());
    Shown.when(problem, model.problemProperty().isNotEmpty());
    busy.visibleProperty().bind(model.busyProperty());
    table();
    frame.equip(tools);
    frame.pinnable(model::origin);
    model.lines().addListener((ListChangeListener<StepLine>) change -> draw());
    basis.textProperty().bind(model.basisProperty());
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    VersionPage.begin(model.shownProperty(), add);
  }

  private void menu() {
    for (String group : StepKinds.names()) {
      Menu menu = new Menu(texts.of("cleaning.group." + group));
      for (String id : StepKinds.of(group)) {
        MenuItem item = new MenuItem(texts.of("step." + id));
        item.setId("add-" + id);
        item.setOnAction(event -> model.add(id));
        menu.getItems().add(item);
      }
      add.getItems().add(menu);
    }
  }

  private void table() {
    Cells.text(step, this::name);
    Cells.number(events, line -> numbers.count(line.left().events()));
    Cells.number(dropped, line -> line.number() == 0 ? "" : numbers.count(line.dropped()));
    Cells.number(changed, line -> line.number() == 0 ? "" : numbers.count(line.changed()));
    Cells.number(users, line -> numbers.count(line.left().users()));
    Cells.number(items, line -> numbers.count(line.left().items()));
    lines.setItems(model.lines());
    Tables.equip(lines, texts, RowGate.FREE);
    TablePins.equip(lines, tools, model::origin);
    lines.setPlaceholder(new Label(texts.of("cleaning.counting")));
  }

  private String name(StepLine line) {
    return line.number() == 0
        ? texts.of("cleaning.start")
        : texts.of("cleaning.step", line.number(), texts.of("step." + line.step()));
  }

  private void draw() {
    chart
        .columnsProperty()
        .set(
            model.lines().stream()
                .map(line -> new Columns.Column(name(line), line.left().events()))
                .toList());
  }

  private void tellEmpty() {
    boolean none = model.steps().all().isEmpty();
    empty.setVisible(none);
    empty.setManaged(none);
    apply.setDisable(none);
    save.setDisable(none);
  }

  private void pressed(KeyEvent event) {
    if (UNDO.match(event)) {
      model.steps().undo();
    } else if (REDO.match(event)) {
      model.steps().redo();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      model.shownProperty().set(false);
    } else {
      return;
    }
    event.consume();
  }

  @FXML
  private void undo() {
    model.steps().undo();
  }

  @FXML
  private void redo() {
    model.steps().redo();
  }

  @FXML
  private void load() {
    dialogs.open(texts.of("cleaning.load.choose")).ifPresent(model::load);
  }

  @FXML
  private void save() {
    dialogs.save(texts.of("cleaning.save.choose"), "steps.yaml").ifPresent(model::save);
  }

  @FXML
  private void close() {
    model.shownProperty().set(false);
  }

  @FXML
  private void apply() {
    model.apply();
  }
}
