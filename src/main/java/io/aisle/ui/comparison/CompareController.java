package io.aisle.ui.comparison;

import io.aisle.domain.model.Metric;
import io.aisle.ui.chart.IntervalPlot;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunChecks;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The Compare screen. */
public final class CompareController {
  private final CompareViewModel model;
  private final ReportViewModel report;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private FlowPane runs;
  @FXML private Region empty;
  @FXML private Region table;
  @FXML private Label headline;
  @FXML private ChoiceBox<Metric> metric;
  @FXML private ChoiceBox<RunItem> reference;
  @FXML private ProgressIndicator busy;
  @FXML private Button export;
  @FXML private TableView<CompareRow> rows;
  @FXML private TableColumn<CompareRow, CompareRow> name;
  @FXML private TableColumn<CompareRow, String> mean;
  @FXML private TableColumn<CompareRow, CompareRow> interval;
  @FXML private TableColumn<CompareRow, CompareRow> verdict;
  @FXML private TableColumn<CompareRow, String> difference;
  @FXML private TableColumn<CompareRow, String> pValue;
  @FXML private TableColumn<CompareRow, String> first;
  @FXML private TableColumn<CompareRow, String> second;
  @FXML private TableColumn<CompareRow, String> third;
  @FXML private TableColumn<CompareRow, String> seconds;
  @FXML private TableColumn<CompareRow, String> memory;
  @FXML private TableColumn<CompareRow, String> origin;

  public CompareController(
      CompareViewModel model,
      ReportViewModel report,
      Dialogs dialogs,
      Texts texts,
      Numbers numbers) {
    this.model = model;
    this.report = report;
    this.dialogs = dialogs;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    new RunChecks(texts, numbers).fill(runs, model.choices());
    empty.visibleProperty().bind(model.referenceProperty().isNull());
    table.visibleProperty().bind(empty.visibleProperty().not());
    headline.textProperty().bind(model.headlineProperty());
    busy.visibleProperty().bind(model.busyProperty());
    export.disableProperty().bind(model.referenceProperty().isNull());
    metric.setItems(model.metrics());
    metric.setConverter(new Words<>(each -> texts.of("metric." + each.kind().id(), each.k())));
    Selections.bind(metric.getSelectionModel(), model.metricProperty());
    reference.setItems(model.chosen());
    reference.setConverter(new Words<>(each -> each.record().name()));
    Selections.bind(reference.getSelectionModel(), model.referenceProperty());
    rows.setItems(model.rows());
    columns();
  }

  private void columns() {
    Cells.node(name, CompareRow::name, row -> ColouredName.of(row.name(), row.colour()));
    Cells.number(mean, CompareRow::mean);
    Cells.node(interval, CompareController::words, CompareController::plot);
    Cells.node(verdict, CompareRow::verdict, row -> new Badge(row.verdict(), row.tone()));
    Cells.number(difference, CompareRow::difference);
    Cells.number(pValue, CompareRow::pValue);
    List<TableColumn<CompareRow, String>> beside = List.of(first, second, third);
    for (int index = 0; index < beside.size(); index++) {
      int place = index;
      Cells.number(beside.get(index), row -> row.others().get(place));
    }
    Cells.number(seconds, CompareRow::seconds);
    Cells.number(memory, CompareRow::memory);
    Cells.text(origin, CompareRow::origin);
    model.metricProperty().subscribe(this::head);
  }

  private void head(Metric shown) {
    if (shown == null) {
      return;
    }
    mean.setText(words(shown));
    List<TableColumn<CompareRow, String>> beside = List.of(first, second, third);
    for (int index = 0; index < beside.size(); index++) {
      beside.get(index).setText(words(new Metric(RowMaker.BESIDE.get(index), shown.k())));
    }
  }

  private String words(Metric each) {
    return texts.of("metric." + each.kind().id(), each.k());
  }

  private static String words(CompareRow row) {
    return row.interval().low() + " – " + row.interval().high();
  }

  private static Node plot(CompareRow row) {
    IntervalPlot plot = new IntervalPlot();
    plot.intervalProperty().set(row.interval());
    plot.setAccessibleText(row.mean());
    plot.setPrefHeight(30);
    return plot;
  }

  @FXML
  private void exportReport() {
    dialogs
        .save(texts.of("compare.export.title"), "report.html")
        .ifPresent(file -> report.write(model.referenceProperty().get(), model.chosen(), file));
  }
}
