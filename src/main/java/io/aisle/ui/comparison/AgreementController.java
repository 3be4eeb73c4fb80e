package io.aisle.ui.comparison;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.common.InfoButton;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Agreement between all pairs of runs. */
public final class AgreementController {
  private final AgreementViewModel model;
  private final ChartTools tools;

  @FXML private ChartFrame frame;
  @FXML private HeatMap chart;
  @FXML private Label waiting;

  public AgreementController(AgreementViewModel model, ChartTools tools) {
    this.model = model;
    this.tools = tools;
  }

  @FXML
  private void initialize() {
    Texts texts = tools.texts();
    frame.equip(tools);
    frame.pinnable(model::origin);
    Button info = new Button();
    info.setId("agreementInfo");
    frame.setTools(measure(), info);
    InfoButton.equip(info, texts.of("agreement.info"), texts.of("agreement.info.text"));
    chart.setValuesShown(true);
    chart.wordsProperty().set(model::words);
    chart.matrixProperty().bind(model.matrixProperty());
    waiting.visibleProperty().bind(model.busyProperty());
    chart.visibleProperty().bind(model.busyProperty().not());
  }

  private ChoiceBox<AgreementViewModel.Measure> measure() {
    Texts texts = tools.texts();
    ChoiceBox<AgreementViewModel.Measure> measure = new ChoiceBox<>();
    measure.setId("agreementMeasure");
    measure.getItems().setAll(AgreementViewModel.Measure.values());
    measure.setConverter(new Words<>(each -> texts.of("agreement." + each.name())));
    measure.setTooltip(new Tooltip(texts.of("agreement.choose")));
    measure.setAccessibleText(texts.of("agreement.choose"));
    measure.valueProperty().bindBidirectional(model.measureProperty());
    return measure;
  }
}
