package io.aisle.ui.dataset;

import io.aisle.domain.settings.KeptQueries;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.OneOf;
import io.aisle.ui.common.TabLeaves;
import io.aisle.ui.common.Texts;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/** The SQL panel: a query, what it can read, and its rows. */
public final class SqlController {
  private static final KeyCombination RUN =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final SqlViewModel model;
  private final Dialogs dialogs;
  private final ChartTools tools;
  private final Texts texts;
  private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.VIEWS);

  /** What stands beside the query. */
  private enum Side {
    VIEWS,
    HISTORY,
    SAVED
  }

  @FXML private Label schema;
  @FXML private ChoiceBox<Duration> time;
  @FXML private Button run;
  @FXML private Button cancel;
  @FXML private TextArea editor;
  @FXML private ToggleButton viewsTab;
  @FXML private ToggleButton historyTab;
  @FXML private ToggleButton savedTab;
  @FXML private TreeView<SqlName> views;
  @FXML private Node historyPane;
  @FXML private ListView<String> history;
  @FXML private Button clearHistory;
  @FXML private Node savedPane;
  @FXML private ListView<KeptQueries.Saved> saved;
  @FXML private TextField name;
  @FXML private Button save;
  @FXML private Label summary;
  @FXML private Node busy;
  @FXML private Button export;
  @FXML private StackPane grid;
  @FXML private Node empty;
  @FXML private Node failed;
  @FXML private Label problem;

  public SqlController(SqlViewModel model, Dialogs dialogs, ChartTools tools) {
    this.model = model;
    this.dialogs = dialogs;
    this.tools = tools;
    this.texts = tools.texts();
  }

  @FXML
  private void initialize() {
    schema
        .textProperty()
        .bind(
            model
                .schemaProperty()
                .map(words -> words.isEmpty() ? "" : texts.of("sql.schema", words)));
    editor.textProperty().bindBidirectional(model.textProperty());
    editor.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    TabLeaves.of(editor);
    time.getItems().setAll(SqlViewModel.TIMES);
    time.setConverter(new Minutes());
    time.valueProperty().bindBidirectional(model.timeProperty());
    problem.textProperty().bind(model.problemProperty());
    sides();
    shelf();
    model.stateProperty().subscribe(this::show);
    model.versionProperty().subscribe(() -> show(model.stateProperty().get()));
    VersionPage.begin(model.shownProperty(), editor);
  }

  private void sides() {
    OneOf.choose(
        side, Map.of(Side.VIEWS, viewsTab, Side.HISTORY, historyTab, Side.SAVED, savedTab));
    side.subscribe(
        now -> {
          views.setVisible(now == Side.VIEWS);
          historyPane.setVisible(now == Side.HISTORY);
          savedPane.setVisible(now == Side.SAVED);
        });
    views.setRoot(SqlName.tree(model.views(), texts));
    views.setShowRoot(false);
    views.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            insert();
          }
        });
    views.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            insert();
          }
        });
  }

  private void insert() {
    var chosen = views.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      editor.replaceSelection(chosen.getValue().name());
      editor.requestFocus();
    }
  }

  private void shelf() {
    history.setItems(model.shelf().history());
    history.setCellFactory(list -> new NodeListCell<>(SqlController::query));
    history.setPlaceholder(muted("sql.history.none"));
    take(history, sql -> sql);
    clearHistory.disableProperty().bind(Bindings.isEmpty(history.getItems()));
    saved.setItems(model.shelf().saved());
    saved.setCellFactory(list -> new NodeListCell<>(each -> new Label(each.name())));
    saved.setPlaceholder(muted("sql.saved.none"));
    take(saved, KeptQueries.Saved::sql);
    saved.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          KeptQueries.Saved chosen = saved.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.DELETE && chosen != null) {
            model.shelf().remove(chosen);
          }
        });
    save.disableProperty().bind(name.textProperty().map(String::isBlank));
  }

  private static Node query(String sql) {
    Label line = new Label(sql.replaceAll("\\s+", " "));
    line.getStyleClass().add("mono");
    return line;
  }

  private Label muted(String key) {
    Label label = new Label(texts.of(key));
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }

  /** A double click or Enter brings a query of the list into the editor. */
  private <T> void take(ListView<T> list, Function<T, String> sql) {
    Runnable bring =
        () -> {
          T chosen = list.getSelectionModel().getSelectedItem();
          if (chosen != null) {
            editor.setText(sql.apply(chosen));
            editor.requestFocus();
          }
        };
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            bring.run();
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            bring.run();
          }
        });
  }

  private void key(KeyEvent event) {
    if (RUN.match(event)) {
      model.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE
        && model.stateProperty().get() == SqlViewModel.State.RUNNING) {
      model.cancel();
      event.consume();
    }
  }

  private void show(SqlViewModel.State state) {
    boolean running = state == SqlViewModel.State.RUNNING;
    place(run, !running);
    place(cancel, running);
    run.setDisable(!model.ready());
    busy.setVisible(running);
    empty.setVisible(state == SqlViewModel.State.EMPTY);
    failed.setVisible(state == SqlViewModel.State.FAILED);
    export.setDisable(running || !model.exportable());
    if (state == SqlViewModel.State.READY) {
      TableView<Object[]> table =
          SqlGrid.of(
              model.heads(),
              model.rows(),
              model.order(),
              texts,
              tools.gate(model::source),
              model::sort);
      TablePins.equip(table, tools, model::origin);
      grid.getChildren().setAll(table);
      summary.setText(model.summary());
    } else if (!running) {
      grid.getChildren().clear();
      summary.setText("");
    }
  }

  private static void place(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @FXML
  private void run() {
    model.run();
  }

  @FXML
  private void cancel() {
    model.cancel();
  }

  @FXML
  private void close() {
    model.shownProperty().set(false);
  }

  @FXML
  private void save() {
    model.shelf().save(name.getText(), editor.getText());
    name.clear();
  }

  @FXML
  private void clearHistory() {
    model.shelf().clearHistory();
  }

  @FXML
  private void export() {
    tools
        .gate(model::source)
        .whenAllowed(
            () ->
                dialogs.save(texts.of("sql.export.choose"), "query.xlsx").ifPresent(model::export));
  }

  /** A time limit in words. */
  private final class Minutes extends StringConverter<Duration> {
    @Override
    public String toString(Duration limit) {
      return limit == null ? "" : texts.of("sql.minutes", limit.toMinutes());
    }

    @Override
    public Duration fromString(String words) {
      return time.getValue(); // nothing is typed into a choice
    }
  }
}
