package io.aisle.ui.comparison;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import java.util.function.ToDoubleFunction;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The calibration curve and the figures from a threshold on. */
public final class PredictionController {
  private static final double NAME_WIDTH = 78;

  /** So that the longest heading fits, and four of them beside the name. */
  private static final double FIGURE_WIDTH = 60;

  private final PredictionViewModel model;
  private final ChartTools tools;

  @FXML private ChartFrame frame;
  @FXML private CurveChart chart;
  @FXML private Slider threshold;
  @FXML private Label thresholdWords;
  @FXML private TableView<PredictionRow> rows;

  public PredictionController(PredictionViewModel model, ChartTools tools) {
    this.model = model;
    this.tools = tools;
  }

  @FXML
  private void initialize() {
    Texts texts = tools.texts();
    frame.equip(tools);
    frame.pinnable(model::origin);
    frame.setTools(PredictionSwitch.of(model, texts));
    chart.setXTitle(texts.of("compare.calibration.x"));
    chart.setYTitle(texts.of("compare.calibration.y"));
    chart.curvesProperty().bind(model.curvesProperty());
    threshold.valueProperty().bindBidirectional(model.thresholdProperty());
    thresholdWords
        .textProperty()
        .bind(
            model
                .thresholdProperty()
                .map(value -> texts.of("compare.threshold", value.doubleValue())));
    TableColumn<PredictionRow, PredictionRow> name =
        new TableColumn<>(texts.of("compare.column.run"));
    Cells.node(name, PredictionRow::name, row -> ColouredName.of(row.name(), row.colour()));
    name.setPrefWidth(NAME_WIDTH);
    name.setMinWidth(NAME_WIDTH - 8);
    rows.getColumns().add(name);
    add("predicted.accuracy", PredictionRow::accuracy);
    add("compare.precision", PredictionRow::precision);
    add("compare.recall", PredictionRow::recall);
    add("predicted.f1", PredictionRow::f1);
    rows.setItems(model.rows());
    rows.setPlaceholder(new Label(texts.of("compare.wait")));
    rows.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    Tables.equip(rows, texts, RowGate.FREE);
    TablePins.equip(rows, tools, model::origin);
    rows.setTableMenuButtonVisible(false);
  }

  private void add(String key, ToDoubleFunction<PredictionRow> value) {
    TableColumn<PredictionRow, String> column = new TableColumn<>(tools.texts().of(key));
    Cells.number(column, row -> tools.numbers().metric(value.applyAsDouble(row)));
    column.setPrefWidth(FIGURE_WIDTH);
    column.setMinWidth(FIGURE_WIDTH - 4);
    rows.getColumns().add(column);
  }
}
