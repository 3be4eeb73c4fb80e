package io.aisle.ui.training;

import io.aisle.domain.model.ModelKind;
import io.aisle.domain.tuning.SearchMethod;
import io.aisle.domain.tuning.Trial;
import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.chart.ParallelChart;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The search of the Train screen: ranges on the left, trials beside them. */
public final class SearchController {
  private final SearchViewModel model;
  private final ChartTools tools;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private ChoiceBox<SearchMethod> method;
  @FXML private TextField trials;
  @FXML private TextField seconds;
  @FXML private TextField seed;
  @FXML private VBox spaces;
  @FXML private Label error;
  @FXML private Button start;
  @FXML private Button stop;
  @FXML private Button resume;
  @FXML private Button trainBest;
  @FXML private Label status;
  @FXML private ChartFrame linesFrame;
  @FXML private ParallelChart lines;
  @FXML private ChartFrame bestFrame;
  @FXML private CurveChart best;
  @FXML private TableView<TrialRow> rows;
  @FXML private TableColumn<TrialRow, TrialRow> number;
  @FXML private TableColumn<TrialRow, TrialRow> name;
  @FXML private TableColumn<TrialRow, TrialRow> state;
  @FXML private TableColumn<TrialRow, TrialRow> value;
  @FXML private TableColumn<TrialRow, TrialRow> epochs;
  @FXML private TableColumn<TrialRow, TrialRow> time;
  @FXML private TableColumn<TrialRow, String> settings;
  @FXML private Pane empty;
  @FXML private Pane found;

  public SearchController(SearchViewModel model, ChartTools tools, Texts texts, Numbers numbers) {
    this.model = model;
    this.tools = tools;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    budget();
    MappedList.keep(spaces.getChildren(), model.form().spaces(), this::block);
    error.textProperty().bind(model.form().errorProperty());
    Shown.when(error, error.textProperty().isNotEmpty());
    buttons();
    charts();
    table();
    BooleanExpression any =
        BooleanExpression.booleanExpression(
            model.stateProperty().map(each -> each != SearchViewModel.State.NONE));
    found.visibleProperty().bind(any);
    empty.visibleProperty().bind(any.not());
  }

  private void budget() {
    method.getItems().setAll(SearchMethod.values());
    method.setConverter(
        new Words<>(each -> texts.of("search.method." + each.name().toLowerCase(Locale.ROOT))));
    Selections.bind(method.getSelectionModel(), model.form().methodProperty());
    trials.textProperty().bindBidirectional(model.form().trialsProperty());
    seconds.textProperty().bindBidirectional(model.form().secondsProperty());
    seed.textProperty().bindBidirectional(model.form().seedProperty());
  }

  private void buttons() {
    BooleanExpression running = in(SearchViewModel.State.RUNNING);
    Shown.when(start, running.not());
    Shown.when(stop, running);
    Shown.when(resume, in(SearchViewModel.State.STOPPED));
    trainBest.disableProperty().bind(Bindings.isEmpty(model.rows()));
    status.textProperty().bind(model.statusProperty());
  }

  private BooleanExpression in(SearchViewModel.State wanted) {
    return BooleanExpression.booleanExpression(model.stateProperty().map(each -> each == wanted));
  }

  private Node block(SpaceForm space) {
    VBox block = new VBox(ColouredName.of(space.title(), space.kind()));
    block.getStyleClass().add("range-block");
    for (RangeField field : space.fields()) {
      block.getChildren().add(row(field, space.kind()));
    }
    return block;
  }

  private Node row(RangeField field, ModelKind kind) {
    Label label = new Label(field.label());
    label.getStyleClass().add("range-name");
    TextField text = new TextField();
    text.setId("range-" + kind.id() + "-" + field.name());
    text.setPromptText(texts.of("search.fixed"));
    text.setTooltip(new Tooltip(texts.of("search.range.hint")));
    text.textProperty().bindBidirectional(field.textProperty());
    label.setLabelFor(text);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(label, text);
    row.getStyleClass().add("range-row");
    Label wrong = new Label();
    wrong.getStyleClass().add("field-error");
    wrong.setWrapText(true);
    wrong.textProperty().bind(field.errorProperty());
    Shown.when(wrong, wrong.textProperty().isNotEmpty());
    return new VBox(row, wrong);
  }

  private void charts() {
    linesFrame.equip(tools);
    bestFrame.equip(tools);
    linesFrame.pinnable(model::origin);
    bestFrame.pinnable(model::origin);
    lines.contentProperty().bind(model.linesProperty());
    best.curvesProperty().bind(model.bestProperty());
    ChoiceBox<ModelKind> models = new ChoiceBox<>(model.models());
    models.setId("searchModel");
    models.setConverter(new Words<>(each -> texts.of("model." + each.id())));
    models.setAccessibleText(texts.of("search.model"));
    Selections.bind(models.getSelectionModel(), model.modelProperty());
    Shown.when(models, Bindings.size(model.models()).greaterThan(1));
    linesFrame.setTools(models);
    lines.onPick(this::select);
    rows.getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> lines.chosenProperty().set(row == null ? -1 : row.trial().number()));
  }

  private void select(int trial) {
    rows.getItems().stream()
        .filter(row -> row.trial().number() == trial)
        .findFirst()
        .ifPresent(
            row -> {
              rows.getSelectionModel().clearSelection();
              rows.getSelectionModel().select(row);
              rows.scrollTo(row);
            });
  }

  private void table() {
    number(number, row -> row.trial().number(), row -> Integer.toString(row.trial().number()));
    Cells.node(name, TrialRow::model, row -> ColouredName.of(row.model(), row.trial().kind()));
    name.setComparator(Comparator.comparing(TrialRow::model));
    Cells.node(state, this::stateWords, row -> new Badge(stateWords(row), tone(row)));
    state.setComparator(Comparator.comparing(row -> row.trial().state()));
    number(
        value,
        row -> row.trial().value(),
        row -> Double.isNaN(row.trial().value()) ? "" : numbers.metric(row.trial().value()));
    number(
        epochs,
        row -> row.trial().epochs(),
        row -> row.trial().epochs() == 0 ? "" : numbers.count(row.trial().epochs()));
    number(
        time,
        row -> row.trial().seconds(),
        row -> row.trial().results().isEmpty() ? "" : numbers.seconds(row.trial().seconds()));
    Cells.text(settings, TrialRow::settings);
    Tables.sortable(rows, model.rows());
    rows.setPlaceholder(new Label(texts.of("search.no.trials")));
    MenuItem train = new MenuItem(texts.of("search.train.this"));
    train.setOnAction(event -> model.train(selected()));
    Tables.equip(rows, texts, RowGate.FREE, train);
    TablePins.equip(rows, tools, model::origin);
  }

  private static void number(
      TableColumn<TrialRow, TrialRow> column,
      ToDoubleFunction<TrialRow> figure,
      Function<TrialRow, String> words) {
    Cells.node(column, words, row -> new Label(words.apply(row)));
    column.getStyleClass().add("number-column");
    column.setComparator(Comparator.comparingDouble(figure));
  }

  private String stateWords(TrialRow row) {
    return texts.of(row.best() ? "search.state.BEST" : "search.state." + row.trial().state());
  }

  private static Badge.Tone tone(TrialRow row) {
    if (row.best()) {
      return Badge.Tone.GOOD;
    }
    return switch (row.trial().state()) {
      case Trial.State.RUNNING -> Badge.Tone.ACCENT;
      case Trial.State.FAILED -> Badge.Tone.BAD;
      case Trial.State.WAITING, Trial.State.DONE -> Badge.Tone.NEUTRAL;
    };
  }

  private TrialRow selected() {
    return rows.getSelectionModel().getSelectedItem();
  }

  @FXML
  private void start() {
    model.start();
  }

  @FXML
  private void stop() {
    model.stop();
  }

  @FXML
  private void resume() {
    model.resume();
  }

  @FXML
  private void trainBest() {
    TrialRow row = selected();
    model.train(row != null && row.trial().results().isEmpty() ? null : row);
  }
}
