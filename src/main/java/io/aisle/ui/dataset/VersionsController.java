package io.aisle.ui.dataset;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.LineageChart;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.chart.TimeSeries;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.TabLeaves;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The page of a data set's versions: lineage, notes, and two of them beside each other. */
public final class VersionsController {
  private final VersionsViewModel model;
  private final CompareVersionsViewModel comparison;
  private final DatasetMenu verbs;
  private final Dialogs dialogs;
  private final ChartTools tools;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Node page;
  @FXML private Label title;
  @FXML private ChartFrame lineageFrame;
  @FXML private ScrollPane lineageScroll;
  @FXML private LineageChart lineage;
  @FXML private Label facts;
  @FXML private TextField licence;
  @FXML private TextArea note;
  @FXML private Button save;
  @FXML private Button revert;
  @FXML private Button again;
  @FXML private Node compareCard;
  @FXML private ChoiceBox<DatasetVersion> before;
  @FXML private ChoiceBox<DatasetVersion> after;
  @FXML private Label summary;
  @FXML private Node busy;
  @FXML private TableView<DriftLine> drift;
  @FXML private TableColumn<DriftLine, String> column;
  @FXML private TableColumn<DriftLine, String> psi;
  @FXML private TableColumn<DriftLine, String> divergence;
  @FXML private TableColumn<DriftLine, DriftLine> verdict;
  @FXML private ChartFrame binFrame;
  @FXML private BarPairs bins;
  @FXML private ChartFrame dayFrame;
  @FXML private TimeSeries days;

  public VersionsController(
      VersionsViewModel model, DatasetMenu verbs, Dialogs dialogs, ChartTools tools) {
    this.model = model;
    this.comparison = model.comparison();
    this.verbs = verbs;
    this.dialogs = dialogs;
    this.tools = tools;
    this.texts = tools.texts();
    this.numbers = tools.numbers();
  }

  @FXML
  private void initialize() {
    List.of(lineageFrame, binFrame, dayFrame).forEach(frame -> frame.equip(tools));
    lineageFrame.pinnable(model::origin);
    binFrame.pinnable(comparison::origin);
    dayFrame.pinnable(comparison::origin);
    VersionPage.name(title, model.versionProperty(), texts, "versions.title");
    model.drawnProperty().subscribe(drawn -> lineage.nodesProperty().set(drawn.nodes()));
    model.drawnProperty().subscribe(this::reveal);
    lineage.widthProperty().subscribe(this::reveal);
    lineage.chosenProperty().subscribe(box -> model.choose(box));
    facts.textProperty().bind(model.factsProperty());
    licence.textProperty().bindBidirectional(model.licenceProperty());
    TabLeaves.of(note);
    note.textProperty().bindBidirectional(model.noteProperty());
    save.disableProperty().bind(model.edited().not());
    Shown.when(again, model.cleanedProperty().map(Optional::isPresent));
    revert.disableProperty().bind(save.disableProperty());
    compare();
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    VersionPage.begin(model.shownProperty(), lineage);
  }

  /** Brings the marked box into sight where there is no room for all. */
  private void reveal() {
    List<LineageChart.Node> nodes = lineage.nodesProperty().get();
    int last = nodes.stream().mapToInt(LineageChart.Node::column).max().orElse(0);
    nodes.stream()
        .filter(LineageChart.Node::marked)
        .findFirst()
        .ifPresent(node -> lineageScroll.setHvalue(last == 0 ? 0 : (double) node.column() / last));
  }

  private void compare() {
    // what is asked of files that are appended takes its place
    Shown.when(compareCard, model.appending().personalProperty().map(List::isEmpty));
    for (ChoiceBox<DatasetVersion> box : List.of(before, after)) {
      box.setItems(comparison.versions());
      box.setConverter(new Words<>(comparison::name));
    }
    before.valueProperty().bindBidirectional(comparison.beforeProperty());
    after.valueProperty().bindBidirectional(comparison.afterProperty());
    summary.textProperty().bind(comparison.summaryProperty());
    busy.visibleProperty().bind(comparison.busyProperty());
    Cells.text(column, DriftLine::column);
    Cells.number(psi, line -> numbers.metric(line.psi()));
    Cells.number(divergence, line -> numbers.metric(line.divergence()));
    Cells.node(verdict, this::verdict, this::badge);
    drift.setItems(comparison.lines());
    Tables.equip(drift, texts, RowGate.FREE);
    TablePins.equip(drift, tools, comparison::origin);
    drift.setPlaceholder(new Label(texts.of("versions.compare.none")));
    comparison
        .lines()
        .addListener(
            (ListChangeListener<DriftLine>) change -> drift.getSelectionModel().selectFirst());
    drift.getSelectionModel().selectedItemProperty().subscribe(this::show);
    bins.sameScaleProperty().set(true);
    comparison.daysProperty().subscribe(lines -> days.seriesProperty().set(lines));
    comparison.daysNoteProperty().subscribe(dayFrame::setNote);
  }

  private void show(DriftLine line) {
    binFrame.setSubtitle(line == null ? "" : line.column());
    binFrame.setNote(line == null ? "" : line.note());
    bins.setFirstName(before.getValue() == null ? "" : comparison.name(before.getValue()));
    bins.setSecondName(after.getValue() == null ? "" : comparison.name(after.getValue()));
    bins.pairsProperty().set(line == null ? List.of() : line.bars());
  }

  private String verdict(DriftLine line) {
    return texts.of("drift.level." + line.level());
  }

  private Node badge(DriftLine line) {
    Badge.Tone tone =
        switch (line.level()) {
          case "LARGE" -> Badge.Tone.BAD;
          case "MODERATE" -> Badge.Tone.WARN;
          default -> Badge.Tone.GOOD;
        };
    return new Badge(verdict(line), tone);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.shownProperty().set(false);
      event.consume();
    }
  }

  @FXML
  private void close() {
    model.shownProperty().set(false);
  }

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void revert() {
    model.revert();
  }

  @FXML
  private void again() {
    model.again();
  }

  @FXML
  private void append() {
    List<Path> chosen = dialogs.openSeveral(texts.of("versions.append.choose"));
    if (!chosen.isEmpty()) {
      model.append(chosen);
    }
  }

  @FXML
  private void remove() {
    verbs.remove(model.versionProperty().get());
  }
}
