package io.aisle.ui.comparison;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.chart.Scatter;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.InfoButton;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** What stands under the table of the comparison. */
public final class DetailController {
  private static final double LINE_WIDTH = 146;
  private static final double RUN_WIDTH = 62;
  private static final int RUNS_THAT_FIT = 6;
  private static final double COST_WIDTH = 104;

  private final DetailViewModel model;
  private final PredictionViewModel predicted;
  private final ChartTools tools;
  private final Navigator navigator;

  @FXML private ChartFrame costFrame;
  @FXML private Scatter costChart;
  @FXML private Node predictions;
  @FXML private Node depth;
  @FXML private ChartFrame depthFrame;
  @FXML private CurveChart depthChart;
  @FXML private Button beyondInfo;
  @FXML private TableView<BeyondColumn.Line> beyond;
  @FXML private Label winsTitle;
  @FXML private Label winsTip;
  @FXML private VBox wins;

  public DetailController(
      DetailViewModel model, PredictionViewModel predicted, ChartTools tools, Navigator navigator) {
    this.model = model;
    this.predicted = predicted;
    this.tools = tools;
    this.navigator = navigator;
  }

  @FXML
  private void initialize() {
    costFrame.equip(tools);
    depthFrame.equip(tools);
    costFrame.pinnable(model::origin);
    depthFrame.pinnable(model::origin);
    costFrame.setTools(costChoice());
    depthFrame.setTools(PredictionSwitch.of(predicted, tools.texts()));
    predictions.visibleProperty().bind(predicted.shownProperty());
    depth.visibleProperty().bind(predicted.shownProperty().not());
    costChart.setFrontier(true);
    costChart.pointsProperty().bind(model.pointsProperty());
    costChart.chosenProperty().subscribe(model::choose);
    depthChart.curvesProperty().bind(model.curvesProperty());
    model.pointsProperty().subscribe(points -> name());
    Texts texts = tools.texts();
    InfoButton.equip(beyondInfo, texts.of("compare.beyond"), texts.of("compare.beyond.text"));
    Label nothing = new Label();
    nothing
        .textProperty()
        .bind(
            Bindings.when(model.beyondBusyProperty())
                .then(texts.of("compare.beyond.wait"))
                .otherwise(texts.of("chart.empty")));
    beyond.setPlaceholder(nothing);
    Tables.equip(beyond, texts, RowGate.FREE);
    TablePins.equip(beyond, tools, model::origin);
    beyond.setTableMenuButtonVisible(false);
    model.beyondProperty().subscribe(this::fill);
    winsTitle
        .textProperty()
        .bind(
            model.referenceProperty().map(run -> texts.of("compare.wins", run.name())).orElse(""));
    winsTip
        .textProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(model.wins()))
                .then(texts.of("compare.wins.none"))
                .otherwise(texts.of("compare.wins.tip")));
    WinsNodes nodes = new WinsNodes(texts, tools.numbers(), navigator);
    MappedList.keep(wins.getChildren(), model.wins(), nodes::of);
  }

  private ChoiceBox<DetailViewModel.Cost> costChoice() {
    Texts texts = tools.texts();
    ChoiceBox<DetailViewModel.Cost> cost = new ChoiceBox<>();
    cost.setId("compareCost");
    cost.setPrefWidth(COST_WIDTH);
    cost.getItems().setAll(DetailViewModel.Cost.values());
    cost.setConverter(new Words<>(each -> texts.of("compare.cost." + each.name())));
    cost.setTooltip(new Tooltip(texts.of("compare.cost.choose")));
    cost.setAccessibleText(texts.of("compare.cost.choose"));
    cost.valueProperty().bindBidirectional(model.costProperty());
    return cost;
  }

  /** Names the axes after what is shown. */
  private void name() {
    Texts texts = tools.texts();
    boolean seconds = model.costProperty().get() == DetailViewModel.Cost.SECONDS;
    costChart.setXLog(seconds);
    costChart.setXTitle(texts.of(seconds ? "compare.axis.seconds" : "compare.axis.memory"));
    costChart.setYTitle(model.metricWords());
    depthFrame.setSubtitle(model.metricWords().replaceAll("@.*", ""));
    depthChart.setXTitle(texts.of("compare.axis.k"));
  }

  private void fill(List<BeyondColumn> runs) {
    Texts texts = tools.texts();
    beyond.getColumns().clear();
    if (runs.isEmpty()) {
      beyond.getItems().clear();
      return;
    }
    beyond.setColumnResizePolicy(
        runs.size() <= RUNS_THAT_FIT
            ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
            : TableView.UNCONSTRAINED_RESIZE_POLICY);
    TableColumn<BeyondColumn.Line, String> line = new TableColumn<>("");
    Cells.text(line, each -> texts.of("beyond." + each.name(), runs.getFirst().run().name()));
    line.setSortable(false);
    line.setPrefWidth(LINE_WIDTH);
    line.setMinWidth(LINE_WIDTH - 12);
    beyond.getColumns().add(line);
    for (BeyondColumn run : runs) {
      TableColumn<BeyondColumn.Line, String> column = new TableColumn<>(run.run().name());
      Cells.number(column, each -> words(each, run.value(each)));
      column.setSortable(false);
      column.setPrefWidth(RUN_WIDTH);
      column.setMinWidth(RUN_WIDTH - 8);
      beyond.getColumns().add(column);
    }
    beyond.getItems().setAll(BeyondColumn.Line.values());
  }

  private String words(BeyondColumn.Line line, double value) {
    Numbers numbers = tools.numbers();
    if (Double.isNaN(value)) {
      return numbers.metric(value);
    }
    return switch (line) {
      case COVERAGE, OVERLAP -> tools.texts().of("beyond.percent", value);
      case LIFT -> tools.texts().of("beyond.times", value);
      case NOVELTY, DIVERSITY, GINI, CALIBRATION -> tools.texts().of("beyond.number", value);
    };
  }
}
