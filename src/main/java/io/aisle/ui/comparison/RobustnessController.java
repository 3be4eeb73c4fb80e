package io.aisle.ui.comparison;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.InfoButton;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** How far runs move when histories are perturbed. */
public final class RobustnessController {
  private final RobustnessViewModel model;
  private final ChartTools tools;

  @FXML private ChartFrame frame;
  @FXML private CurveChart chart;
  @FXML private ChoiceBox<RobustnessView> view;
  @FXML private Label status;
  @FXML private ProgressBar bar;
  @FXML private Button measure;
  @FXML private Button cancel;
  @FXML private Button info;
  @FXML private Label summary;
  @FXML private TableView<List<String>> rows;

  public RobustnessController(RobustnessViewModel model, ChartTools tools) {
    this.model = model;
    this.tools = tools;
  }

  @FXML
  private void initialize() {
    Texts texts = tools.texts();
    frame.equip(tools);
    frame.pinnable(model::origin);
    frame.setTools(measures());
    chart.curvesProperty().bind(model.curvesProperty());
    model.curvesProperty().subscribe(this::name);
    name();
    view.getItems().setAll(RobustnessView.values());
    view.setConverter(new Words<>(each -> texts.of("robustness.view." + each.name())));
    view.setTooltip(new Tooltip(texts.of("robustness.choose.view")));
    view.valueProperty().bindBidirectional(model.viewProperty());
    status.textProperty().bind(model.statusProperty());
    summary.textProperty().bind(model.summaryProperty());
    Shown.when(summary, model.summaryProperty().isNotEmpty());
    bar.progressProperty().bind(model.fractionProperty());
    Shown.when(bar, model.measuringProperty());
    Shown.when(cancel, model.measuringProperty());
    Shown.when(measure, model.measuringProperty().not());
    measure.disableProperty().bind(model.possibleProperty().not().or(model.busyProperty()));
    InfoButton.equip(info, texts.of("robustness.title"), texts.of("robustness.info.text"));
    Tables.equip(rows, texts, RowGate.FREE);
    TablePins.equip(rows, tools, model::origin);
    rows.setTableMenuButtonVisible(false);
    rows.setPlaceholder(placeholder());
    model
        .shownProperty()
        .subscribe(shown -> GroupColumns.show(rows, shown, model.viewProperty().get().widths()));
  }

  private Label placeholder() {
    Texts texts = tools.texts();
    Label nothing = new Label();
    nothing.setWrapText(true);
    nothing
        .textProperty()
        .bind(
            Bindings.when(model.measuringProperty())
                .then(texts.of("robustness.wait"))
                .otherwise(
                    Bindings.when(model.busyProperty())
                        .then(texts.of("robustness.reading"))
                        .otherwise(model.nothingProperty())));
    return nothing;
  }

  private ChoiceBox<RobustnessView.Measure> measures() {
    Texts texts = tools.texts();
    ChoiceBox<RobustnessView.Measure> choice = new ChoiceBox<>();
    choice.setId("robustnessMeasure");
    choice.getItems().setAll(RobustnessView.Measure.values());
    choice.setConverter(new Words<>(each -> texts.of("robustness.measure." + each.name())));
    choice.setTooltip(new Tooltip(texts.of("robustness.choose.measure")));
    choice.setAccessibleText(texts.of("robustness.choose.measure"));
    choice.valueProperty().bindBidirectional(model.measureProperty());
    choice.disableProperty().bind(model.viewProperty().map(RobustnessView::measuresItself));
    return choice;
  }

  /** Names the chart and its axes after what is shown. */
  private void name() {
    Texts texts = tools.texts();
    RobustnessView now = model.viewProperty().get();
    frame.setTitle(texts.of("robustness.view." + now.name()));
    chart.setXTitle(texts.of("robustness.strength." + now.name()));
    chart.setYTitle(model.measureWords());
  }

  @FXML
  private void startMeasuring() {
    model.measure();
  }

  @FXML
  private void stopMeasuring() {
    model.cancel();
  }
}
