package io.aisle.ui.comparison;

import io.aisle.domain.model.Metric;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Clips;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.InfoButton;
import io.aisle.ui.common.Late;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunPicker;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Unfold;
import io.aisle.ui.common.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The Compare screen. */
public final class CompareController {
  private static final int LEAST_ROWS = 3;
  private static final int MOST_ROWS = 9;
  private static final double HEADER = 42;
  private static final double BANNER = 56;

  private final CompareViewModel model;
  private final ReportViewModel report;
  private final BaselinesViewModel baselines;
  private final ImportRunViewModel imports;
  private final ChartTools tools;
  private final Dialogs dialogs;
  private final Navigator navigator;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Region waiting;
  @FXML private Region empty;
  @FXML private Label emptyTitle;
  @FXML private Label emptyText;
  @FXML private Button pickEmpty;
  @FXML private Region content;
  @FXML private Region card;
  @FXML private Label headline;
  @FXML private ProgressIndicator busy;
  @FXML private Label protocol;
  @FXML private ChoiceBox<Metric> metric;
  @FXML private ChoiceBox<RunItem> reference;
  @FXML private Button pick;
  @FXML private Button export;
  @FXML private TableView<CompareRow> rows;
  @FXML private TableColumn<CompareRow, CompareRow> name;
  @FXML private TableColumn<CompareRow, Double> mean;
  @FXML private TableColumn<CompareRow, CompareRow> interval;
  @FXML private TableColumn<CompareRow, CompareRow> verdict;
  @FXML private TableColumn<CompareRow, CompareRow> against;
  @FXML private TableColumn<CompareRow, Double> effect;
  @FXML private TableColumn<CompareRow, Double> seconds;
  @FXML private TableColumn<CompareRow, Double> memory;
  @FXML private TableColumn<CompareRow, String> origin;
  @FXML private Region banner;
  @FXML private Label bannerText;
  @FXML private ProgressIndicator bannerBusy;
  @FXML private Button bannerAdd;
  @FXML private Button bannerNo;
  @FXML private Region problem;
  @FXML private Label problemText;
  @FXML private Button leaveOut;
  @FXML private Button info;
  @FXML private TabPane pages;
  @FXML private Label others;
  @FXML private Button othersInfo;

  public CompareController(
      CompareViewModel model,
      ReportViewModel report,
      BaselinesViewModel baselines,
      ImportRunViewModel imports,
      ChartTools tools,
      Navigator navigator) {
    this.model = model;
    this.report = report;
    this.baselines = baselines;
    this.imports = imports;
    this.tools = tools;
    this.dialogs = tools.dialogs();
    this.navigator = navigator;
    this.texts = tools.texts();
    this.numbers = tools.numbers();
  }

  @FXML
  private void initialize() {
    states();
    headline.textProperty().bind(model.headlineProperty());
    protocol.textProperty().bind(model.protocolProperty());
    busy.visibleProperty().bind(Late.of(model.busyProperty()));
    export.disableProperty().bind(Bindings.isEmpty(model.rows()));
    metric.setItems(model.metrics());
    metric.setTooltip(new Tooltip(texts.of("compare.metric")));
    Selections.bind(metric.getSelectionModel(), model.metricProperty());
    reference.setItems(model.chosen());
    reference.setConverter(new Words<>(each -> texts.of("compare.reference.is", each.name())));
    reference.setTooltip(new Tooltip(texts.of("compare.reference")));
    Selections.bind(reference.getSelectionModel(), model.referenceProperty());
    RunPicker picker = new RunPicker(model.choices(), texts, numbers);
    picker.count(pick);
    picker.openBy(pick);
    picker.openBy(pickEmpty);
    InfoButton.equip(info, texts.of("compare.info"), texts.of("compare.info.text"));
    InfoButton.equip(othersInfo, texts.of("compare.others"), texts.of("compare.others.text"));
    others.textProperty().bind(model.choices().othersProperty());
    othersInfo.visibleProperty().bind(others.textProperty().isNotEmpty());
    table();
    Pages.bind(pages, model.pageProperty());
    tellBaselines();
    Unfold.when(model.referenceProperty(), List.of(pages), () -> {});
  }

  private void tellBaselines() {
    Shown.when(banner, baselines.sentenceProperty().isNotEmpty());
    bannerText
        .textProperty()
        .bind(
            Bindings.when(baselines.busyProperty())
                .then(texts.of("baselines.busy"))
                .otherwise(baselines.sentenceProperty()));
    Shown.when(bannerBusy, baselines.busyProperty());
    bannerAdd.disableProperty().bind(baselines.busyProperty());
    bannerNo.disableProperty().bind(baselines.busyProperty());
  }

  @FXML
  private void addBaselines() {
    baselines.add();
  }

  @FXML
  private void declineBaselines() {
    baselines.decline();
  }

  /** Nothing chosen, a run that cannot be read, or the comparison. */
  private void states() {
    // not by the reference, which goes for a moment with each change and took open popups along
    content.visibleProperty().bind(Bindings.isNotEmpty(model.chosen()));
    waiting.visibleProperty().bind(content.visibleProperty().or(model.listedProperty()).not());
    empty.visibleProperty().bind(content.visibleProperty().not().and(model.listedProperty()));
    var none = Bindings.isEmpty(model.choices().all());
    emptyTitle
        .textProperty()
        .bind(
            Bindings.when(none)
                .then(texts.of("compare.empty.title"))
                .otherwise(texts.of("compare.unchosen.title")));
    emptyText
        .textProperty()
        .bind(
            Bindings.when(none)
                .then(texts.of("compare.empty.text"))
                .otherwise(texts.of("compare.unchosen.text")));
    Shown.when(pickEmpty, none.not());
    problem.visibleProperty().bind(model.damagedProperty().isNotNull());
    rows.visibleProperty().bind(problem.visibleProperty().not());
    problemText
        .textProperty()
        .bind(model.damagedProperty().map(Reading.Damaged::sentence).orElse(""));
    leaveOut
        .textProperty()
        .bind(
            model
                .damagedProperty()
                .map(found -> texts.of("compare.leave.out", names(found.damaged())))
                .orElse(""));
    Shown.when(
        leaveOut, model.damagedProperty().map(found -> !found.damaged().isEmpty()).orElse(false));
  }

  private static String names(List<RunItem> runs) {
    return runs.stream().map(RunItem::name).collect(Collectors.joining(", "));
  }

  private void table() {
    CompareTable columns = new CompareTable(texts, numbers);
    metric.setConverter(new Words<>(columns::words));
    columns.name(name);
    columns.mean(mean);
    columns.interval(interval);
    columns.verdict(verdict);
    columns.against(against);
    columns.effect(effect);
    columns.seconds(seconds);
    columns.memory(memory);
    Cells.text(origin, CompareRow::origin);
    rows.getColumns().addAll(6, columns.metricColumns());
    SortedList<CompareRow> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(rows.comparatorProperty());
    rows.setItems(sorted);
    model.rows().subscribe(() -> columns.show(model.rows()));
    rows.setPlaceholder(new Label(texts.of("compare.wait")));
    model
        .metricProperty()
        .subscribe(
            shown -> {
              if (shown != null) {
                columns.head(mean, shown);
              }
            });
    model
        .referenceProperty()
        .subscribe(
            run ->
                verdict.setText(run == null ? "" : texts.of("compare.column.against", run.name())));
    model.markedProperty().subscribe(this::mark);
    card.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> height(model.rows().size()) + (banner.isVisible() ? BANNER : 0),
                model.rows(),
                banner.visibleProperty()));
    card.setMinHeight(Region.USE_PREF_SIZE);
    Tables.equip(
        rows,
        texts,
        RowGate.FREE,
        item("compare.make.reference", row -> model.referenceProperty().set(row.run())),
        item("compare.look.users", this::lookAtUsers),
        item("compare.remove", row -> model.choices().leaveOut(selected())),
        item("compare.copy.folder", CompareController::copyFolder));
    TablePins.equip(rows, tools, model::origin);
  }

  /** As high as its rows, so that the charts below get what is left. */
  private Double height(Number count) {
    int shown = Math.clamp(count.intValue(), LEAST_ROWS, MOST_ROWS);
    return HEADER + shown * rows.getFixedCellSize() + 108;
  }

  private MenuItem item(String key, Consumer<CompareRow> work) {
    MenuItem item = new MenuItem(texts.of(key));
    item.setOnAction(
        event -> {
          CompareRow row = rows.getSelectionModel().getSelectedItem();
          if (row != null) {
            work.accept(row);
          }
        });
    return item;
  }

  private List<RunItem> selected() {
    return rows.getSelectionModel().getSelectedItems().stream().map(CompareRow::run).toList();
  }

  private void lookAtUsers(CompareRow row) {
    List<Path> runs = List.of(row.run().path(), model.referenceProperty().get().path());
    navigator.go(new Place.OfUser("", runs.stream().distinct().toList()));
  }

  private static void copyFolder(CompareRow row) {
    Clips.put(row.run().path().toString());
  }

  private void mark(CompareRow row) {
    if (row != null) {
      rows.getSelectionModel().clearAndSelect(rows.getItems().indexOf(row));
      rows.scrollTo(row);
    }
  }

  @FXML
  private void goTraining() {
    navigator.go(new Place.OfScreen(Screen.TRAIN));
  }

  @FXML
  private void leaveOut() {
    model.choices().leaveOut(model.damagedProperty().get().damaged());
  }

  @FXML
  private void importRun() {
    imports.ask(dialogs);
  }

  @FXML
  private void again() {
    model.compare();
  }

  @FXML
  void exportReport() {
    report.ask(model, baselines, dialogs);
  }
}
