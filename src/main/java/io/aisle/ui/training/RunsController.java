package io.aisle.ui.training;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Live curves, finished and interrupted runs. */
public final class RunsController {
  private static final String SHOWN = new Metric(MetricKind.NDCG, 10).id();

  private final RunsViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private CurveChart loss;
  @FXML private CurveChart valid;
  @FXML private Label lossReadout;
  @FXML private Label validReadout;
  @FXML private HBox charts;
  @FXML private Label noCurves;
  @FXML private HBox legend;
  @FXML private VBox interrupted;
  @FXML private TableView<RunItem> runs;
  @FXML private TableColumn<RunItem, RunItem> name;
  @FXML private TableColumn<RunItem, String> dataset;
  @FXML private TableColumn<RunItem, String> split;
  @FXML private TableColumn<RunItem, String> metric;
  @FXML private TableColumn<RunItem, String> epochs;
  @FXML private TableColumn<RunItem, String> seconds;
  @FXML private TableColumn<RunItem, String> finished;

  public RunsController(RunsViewModel model, Dialogs dialogs, Texts texts, Numbers numbers) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    loss.curvesProperty().bind(model.lossProperty());
    valid.curvesProperty().bind(model.validProperty());
    lossReadout.textProperty().bind(loss.readoutProperty());
    validReadout.textProperty().bind(valid.readoutProperty());
    charts.visibleProperty().bind(noCurves.visibleProperty().not());
    noCurves.visibleProperty().bind(model.lossProperty().map(List::isEmpty));
    model.lossProperty().subscribe(this::nameCurves);
    MappedList.keep(interrupted.getChildren(), model.interrupted(), this::interruptedRun);
    runs.setItems(model.finished());
    runs.setPlaceholder(new Label(texts.of("train.no.runs")));
    Cells.node(
        name,
        run -> run.record().name(),
        run -> ColouredName.of(run.record().name(), run.record().model()));
    Cells.text(dataset, run -> run.record().dataset());
    Cells.text(split, RunItem::protocol);
    Cells.number(metric, run -> numbers.metric(figure(run)));
    Cells.number(epochs, run -> numbers.count(run.record().epochs()));
    Cells.number(seconds, run -> numbers.seconds(run.record().seconds().train()));
    Cells.text(finished, run -> numbers.time(run.record().finished()));
  }

  private static double figure(RunItem run) {
    return run.record().metrics().test().getOrDefault(SHOWN, Double.NaN);
  }

  private void nameCurves(List<CurveChart.Curve> curves) {
    legend.getChildren().setAll(curves.stream().map(RunsController::key).toList());
  }

  private static Node key(CurveChart.Curve curve) {
    return ColouredName.of(curve.name(), curve.colour());
  }

  private Node interruptedRun(Path folder) {
    Label words = new Label(texts.of("train.interrupted", folder.getFileName()));
    words.setWrapText(true);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button resume = new Button(texts.of("action.resume"));
    resume.setId("resume-" + folder.getFileName());
    resume.setOnAction(event -> model.resume(folder));
    Button remove = new Button(texts.of("action.remove"));
    remove.setId("remove-" + folder.getFileName());
    remove.setOnAction(event -> remove(folder));
    resume.setMinWidth(Region.USE_PREF_SIZE);
    remove.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, words, gap, resume, remove);
    row.getStyleClass().add("warning-row");
    return row;
  }

  private void remove(Path folder) {
    String question = texts.of("train.remove.question", folder.getFileName());
    if (dialogs.confirm(texts.of("train.remove.title"), question, texts.of("action.remove"))) {
      model.remove(folder);
    }
  }
}
