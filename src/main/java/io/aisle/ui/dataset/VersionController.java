package io.aisle.ui.dataset;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.Refusal;
import io.aisle.ui.chart.Columns;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Unfold;
import java.util.List;
import java.util.SortedMap;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/** A version of a data set: facts, profile, what was refused, and its rows. */
public final class VersionController {
  private final DataViewModel data;
  private final VersionViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Node overview;
  @FXML private Node refusedCard;
  @FXML private Label title;
  @FXML private Label facts;
  @FXML private Label profile;
  @FXML private Columns months;
  @FXML private Button resume;
  @FXML private ListView<ReasonLine> reasons;
  @FXML private TabPane tables;
  @FXML private Tab refusedTab;
  @FXML private TableView<EventRow> events;
  @FXML private TableColumn<EventRow, String> seq;
  @FXML private TableColumn<EventRow, String> user;
  @FXML private TableColumn<EventRow, String> item;
  @FXML private TableColumn<EventRow, String> itemTitle;
  @FXML private TableColumn<EventRow, String> kind;
  @FXML private TableColumn<EventRow, String> time;
  @FXML private TableColumn<EventRow, String> value;
  @FXML private TableColumn<EventRow, String> quantity;
  @FXML private TableColumn<EventRow, String> price;
  @FXML private TableView<Refusal> refused;
  @FXML private TableColumn<Refusal, String> refusedFile;
  @FXML private TableColumn<Refusal, String> refusedRow;
  @FXML private TableColumn<Refusal, String> refusedColumn;
  @FXML private TableColumn<Refusal, String> refusedReason;
  @FXML private TableColumn<Refusal, String> refusedLine;

  public VersionController(
      DataViewModel data, VersionViewModel model, Dialogs dialogs, Texts texts, Numbers numbers) {
    this.data = data;
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    title.textProperty().bind(model.versionProperty().map(this::heading).orElse(""));
    facts.textProperty().bind(model.factsProperty());
    profile.textProperty().bind(model.profileProperty());
    months.columnsProperty().bind(model.monthsProperty().map(VersionController::bars));
    resume
        .visibleProperty()
        .bind(
            model
                .versionProperty()
                .map(shown -> shown.state() == DatasetVersion.State.INTERRUPTED)
                .orElse(false));
    resume.managedProperty().bind(resume.visibleProperty());
    reasons.setItems(model.reasons());
    reasons.setCellFactory(list -> new NodeListCell<>(this::reason));
    Selections.bind(reasons.getSelectionModel(), model.reasonProperty());
    reasons.setOnMouseClicked(event -> tables.getSelectionModel().select(refusedTab));
    Unfold.when(model.versionProperty(), List.of(overview, refusedCard, tables), this::fill);
    eventColumns();
    refusedColumns();
  }

  private void fill() {
    events.itemsProperty().bind(model.eventsProperty());
    refused.itemsProperty().bind(model.refusalsProperty());
  }

  private void eventColumns() {
    Cells.number(seq, row -> numbers.count(row.seq()));
    Cells.text(user, EventRow::user);
    Cells.text(item, EventRow::item);
    Cells.text(itemTitle, row -> row.title() == null ? "" : row.title());
    Cells.text(kind, row -> texts.word("kind.", row.kind().id()));
    Cells.text(time, row -> numbers.time(row.time()));
    Cells.number(value, row -> numbers.free(row.value()));
    Cells.number(quantity, row -> numbers.free(row.quantity()));
    Cells.number(price, row -> numbers.money(row.price()));
  }

  private void refusedColumns() {
    Cells.text(refusedFile, Refusal::file);
    Cells.number(refusedRow, row -> numbers.count(row.row()));
    Cells.text(refusedColumn, Refusal::column);
    Cells.text(refusedReason, row -> texts.word("reason.", row.reason()));
    Cells.text(refusedLine, Refusal::rawLine);
  }

  private String heading(DatasetVersion shown) {
    return texts.of("data.heading", shown.dataset(), shown.version());
  }

  private static List<Columns.Column> bars(SortedMap<String, Long> months) {
    return months.entrySet().stream()
        .map(month -> new Columns.Column(month.getKey(), month.getValue()))
        .toList();
  }

  private Node reason(ReasonLine line) {
    Badge.Tone tone =
        line.count() == 0
            ? Badge.Tone.GOOD
            : line.reason().isEmpty() ? Badge.Tone.NEUTRAL : Badge.Tone.WARN;
    Badge count = new Badge(numbers.count(line.count()), tone);
    count.getStyleClass().add("count");
    Label words = new Label(line.words());
    HBox row = new HBox(10, count, words);
    row.getStyleClass().add("reason-row");
    return row;
  }

  @FXML
  private void resume() {
    data.resume(model.versionProperty().get());
  }

  @FXML
  private void remove() {
    DatasetVersion shown = model.versionProperty().get();
    String question = texts.of("data.remove.question", shown.dataset(), shown.version());
    if (dialogs.confirm(texts.of("data.remove.title"), question, texts.of("action.remove"))) {
      data.remove(shown);
    }
  }
}
