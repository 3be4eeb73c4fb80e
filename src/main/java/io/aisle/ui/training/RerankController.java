package io.aisle.ui.training;

import io.aisle.domain.experiment.RerankRule;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FieldNodes;
import io.aisle.ui.form.ListedForm;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page that changes the lists of a run by rules. */
public final class RerankController {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final double ROW = 24;

  private final RerankViewModel model;
  private final Texts texts;
  private final FieldNodes nodes;

  @FXML private VBox page;
  @FXML private Label title;
  @FXML private TextField name;
  @FXML private Button undo;
  @FXML private Button redo;
  @FXML private MenuButton add;
  @FXML private VBox rules;
  @FXML private Label empty;
  @FXML private Label help;
  @FXML private Label problem;
  @FXML private TextField user;
  @FXML private ProgressIndicator busy;
  @FXML private ListView<PreviewRow> before;
  @FXML private ListView<PreviewRow> after;

  public RerankController(RerankViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.nodes = new FieldNodes(texts, field -> help.setText(FieldNodes.help(texts, field)));
  }

  @FXML
  private void initialize() {
    Shown.when(page, model.runProperty().isNotNull());
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model
        .runProperty()
        .subscribe(row -> title.setText(row == null ? "" : texts.of("rerank.title", row.name())));
    name.textProperty().bindBidirectional(model.nameProperty());
    user.textProperty().bindBidirectional(model.userProperty());
    undo.disableProperty().bind(model.rules().canUndoProperty().not());
    redo.disableProperty().bind(model.rules().canRedoProperty().not());
    for (String kind : model.rules().kinds()) {
      MenuItem item = new MenuItem(texts.of("rule." + kind));
      item.setId("rule-" + kind);
      item.setOnAction(event -> model.rules().add(kind));
      add.getItems().add(item);
    }
    MappedList.keep(rules.getChildren(), model.rules().all(), this::node);
    model
        .rules()
        .all()
        .addListener((ListChangeListener<ListedForm<RerankRule>>) change -> tellEmpty());
    tellEmpty();
    problem.textProperty().bind(model.problemProperty());
    Shown.when(problem, model.problemProperty().isNotEmpty());
    busy.visibleProperty().bind(model.busyProperty());
    show(before, model.beforeProperty());
    show(after, model.afterProperty());
  }

  private void key(KeyEvent event) {
    if (UNDO.match(event)) {
      model.rules().undo();
    } else if (REDO.match(event)) {
      model.rules().redo();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      model.close();
    } else {
      return;
    }
    event.consume();
  }

  private void tellEmpty() {
    empty.setVisible(model.rules().all().isEmpty());
    empty.setManaged(model.rules().all().isEmpty());
  }

  private void show(ListView<PreviewRow> list, ObservableValue<List<PreviewRow>> rows) {
    list.setFixedCellSize(ROW);
    list.setCellFactory(unused -> new PreviewCell(texts));
    list.setPlaceholder(new Label(texts.of("rerank.preview.none")));
    rows.subscribe(now -> list.getItems().setAll(now));
  }

  private Node node(ListedForm<RerankRule> form) {
    int at = model.rules().all().indexOf(form);
    Label head = new Label(texts.of("rerank.rule", at + 1, texts.of("rule." + form.kind())));
    head.getStyleClass().add("strong");
    head.setTooltip(new Tooltip(texts.of("rule." + form.kind() + ".help")));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button up = icon("fth-arrow-up", "rerank.up", () -> model.rules().move(form, -1));
    up.setDisable(at == 0);
    Button down = icon("fth-arrow-down", "rerank.down", () -> model.rules().move(form, 1));
    down.setDisable(at == model.rules().all().size() - 1);
    Button remove = icon("fth-trash-2", "rerank.remove", () -> model.rules().remove(form));
    HBox line = new HBox(4, head, space, up, down, remove);
    line.getStyleClass().add("name-cell");
    FlowPane fields = new FlowPane();
    fields.getStyleClass().add("field-flow");
    form.fields().forEach(field -> fields.getChildren().add(nodes.make("rule-" + (at + 1), field)));
    VBox box = new VBox(4, line, fields);
    box.getStyleClass().add("rule-card");
    return box;
  }

  private Button icon(String literal, String key, Runnable work) {
    Button button = new Button(null, new FontIcon(literal));
    button.getStyleClass().addAll("flat", "icon-button");
    button.setAccessibleText(texts.of(key));
    button.setTooltip(new Tooltip(texts.of(key)));
    button.setOnAction(event -> work.run());
    return button;
  }

  @FXML
  private void undo() {
    model.rules().undo();
  }

  @FXML
  private void redo() {
    model.rules().redo();
  }

  @FXML
  private void close() {
    model.close();
  }

  @FXML
  private void start() {
    model.start();
  }
}
