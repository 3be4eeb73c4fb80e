package io.aisle.ui.training;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.FilterField;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/** The table of runs, finished and interrupted. */
public final class RunsController {
  private static final String SHOWN = new Metric(MetricKind.NDCG, 10).id();

  private final RunsViewModel model;
  private final RunViewModel details;
  private final RunActions actions;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private FilterField filter;
  @FXML private Button compare;
  @FXML private Button removeInterrupted;
  @FXML private TableView<RunRow> runs;
  @FXML private TableColumn<RunRow, RunRow> name;
  @FXML private TableColumn<RunRow, RunRow> state;
  @FXML private TableColumn<RunRow, RunRow> metric;
  @FXML private TableColumn<RunRow, RunRow> epochs;
  @FXML private TableColumn<RunRow, RunRow> seconds;
  @FXML private TableColumn<RunRow, RunRow> memory;
  @FXML private TableColumn<RunRow, RunRow> finished;
  @FXML private TableColumn<RunRow, RunRow> seed;
  @FXML private TableColumn<RunRow, String> dataset;
  @FXML private TableColumn<RunRow, String> protocol;
  @FXML private TableColumn<RunRow, String> device;
  @FXML private TableColumn<RunRow, String> folder;
  @FXML private Pane runView;

  public RunsController(
      RunsViewModel model, RunViewModel details, RunActions actions, Texts texts, Numbers numbers) {
    this.model = model;
    this.details = details;
    this.actions = actions;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    fillColumns();
    Tables.sortable(runs, model.shown());
    filter.narrow(model.shown(), row -> row.words(texts), runs, texts, numbers);
    Label none = new Label();
    none.textProperty()
        .bind(Bindings.createStringBinding(this::emptyWords, model.listedProperty(), model.all()));
    runs.setPlaceholder(none);
    Tables.equip(runs, texts, RowGate.FREE, actions.items(this::selected));
    runs.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DELETE && !selected().isEmpty()) {
            actions.remove(selected());
          }
        });
    runs.getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunRow>) change -> chosen());
    Shown.when(runView, details.runProperty().isNotNull());
    tellInterrupted();
    chosen();
  }

  private String emptyWords() {
    if (!model.listedProperty().get()) {
      return texts.of("runlist.reading");
    }
    return texts.of(model.all().isEmpty() ? "train.no.runs" : "runlist.none.left");
  }

  private void tellInterrupted() {
    model
        .interruptedProperty()
        .subscribe(many -> removeInterrupted.setText(texts.of("runlist.remove.interrupted", many)));
    Shown.when(removeInterrupted, model.interruptedProperty().greaterThan(0));
  }

  private void fillColumns() {
    Cells.node(name, RunRow::name, this::nameNode);
    name.setComparator(Comparator.comparing(RunRow::name));
    Cells.node(state, this::stateWords, row -> new Badge(stateWords(row), tone(row)));
    state.setComparator(Comparator.comparing(RunRow::state));
    number(metric, RunsController::figure, row -> row.judged() ? numbers.metric(figure(row)) : "");
    number(
        epochs, row -> row.epochs(), row -> row.epochs() == 0 ? "" : numbers.count(row.epochs()));
    number(
        seconds,
        row -> row.finished() ? row.record().seconds().train() : Double.NaN,
        row -> row.answers() ? numbers.seconds(row.record().seconds().train()) : "");
    number(
        memory,
        row -> row.finished() ? row.record().peakMemoryMb() : Double.NaN,
        row -> row.answers() ? numbers.megabytes(row.record().peakMemoryMb()) : "");
    number(
        finished,
        row -> row.finished() ? row.record().finished().getEpochSecond() : Double.MAX_VALUE,
        row -> row.finished() ? numbers.time(row.record().finished()) : "");
    number(
        seed,
        row -> row.seed().orElse(-1L),
        row -> row.seed().map(each -> Long.toString(each)).orElse(""));
    Cells.text(dataset, RunRow::dataset);
    Cells.text(protocol, row -> row.finished() ? row.record().protocolHash().substring(0, 4) : "");
    Cells.text(device, row -> row.finished() ? row.record().device() : "");
    Cells.text(folder, RunRow::folder);
  }

  private Node nameNode(RunRow row) {
    return row.state() == RunRow.State.UNREADABLE
        ? new Label(row.name())
        : ColouredName.of(row.name(), row.model());
  }

  /** A column that sorts by number and shows words, flush right. */
  private static void number(
      TableColumn<RunRow, RunRow> column,
      ToDoubleFunction<RunRow> value,
      Function<RunRow, String> words) {
    Cells.node(column, words, row -> new Label(words.apply(row)));
    column.getStyleClass().add("number-column");
    column.setComparator(Comparator.comparingDouble(value));
  }

  private static double figure(RunRow row) {
    return row.judged()
        ? row.record().metrics().test().getOrDefault(SHOWN, Double.NaN)
        : Double.NaN;
  }

  private String stateWords(RunRow row) {
    return texts.of("runlist.state." + row.state().name());
  }

  private static Badge.Tone tone(RunRow row) {
    return switch (row.state()) {
      case FINISHED -> Badge.Tone.GOOD;
      case EVERYTHING -> Badge.Tone.ACCENT;
      case IMPORTED -> Badge.Tone.NEUTRAL;
      case INTERRUPTED -> Badge.Tone.WARN;
      case UNREADABLE -> Badge.Tone.BAD;
    };
  }

  private List<RunRow> selected() {
    return List.copyOf(
        runs.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList());
  }

  private void chosen() {
    List<RunRow> rows = selected();
    details.show(rows.isEmpty() ? null : rows.getLast());
    compare.setDisable(rows.size() < 2 || !rows.stream().allMatch(RunRow::judged));
  }

  @FXML
  private void compare() {
    model.compare(selected());
  }

  @FXML
  private void removeInterrupted() {
    actions.remove(model.interruptedRows());
  }
}
