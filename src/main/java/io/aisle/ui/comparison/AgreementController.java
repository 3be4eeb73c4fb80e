package io.aisle.ui.comparison;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.InfoButton;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Agreement between all pairs of runs. */
public final class AgreementController {
  private final AgreementViewModel model;
  private final SampledViewModel sampled;
  private final ChartTools tools;

  @FXML private ChartFrame frame;
  @FXML private HeatMap chart;
  @FXML private Label waiting;
  @FXML private Button judge;
  @FXML private Button sampledInfo;
  @FXML private ProgressIndicator judging;
  @FXML private TableView<List<String>> sampledRows;
  @FXML private Label changed;

  public AgreementController(AgreementViewModel model, SampledViewModel sampled, ChartTools tools) {
    this.model = model;
    this.sampled = sampled;
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
    judge.disableProperty().bind(sampled.possibleProperty().not().or(sampled.busyProperty()));
    judging.visibleProperty().bind(sampled.busyProperty());
    InfoButton.equip(sampledInfo, texts.of("sampled.title"), texts.of("sampled.info.text"));
    Tables.equip(sampledRows, texts, RowGate.FREE);
    TablePins.equip(sampledRows, tools, model::origin);
    sampledRows.setTableMenuButtonVisible(false);
    Label nothing = new Label();
    nothing.setWrapText(true);
    nothing
        .textProperty()
        .bind(
            Bindings.when(sampled.busyProperty())
                .then(texts.of("sampled.wait"))
                .otherwise(
                    Bindings.when(sampled.possibleProperty())
                        .then(texts.of("sampled.none"))
                        .otherwise(texts.of("sampled.impossible"))));
    sampledRows.setPlaceholder(nothing);
    sampled.shownProperty().subscribe(this::fill);
    changed.textProperty().bind(sampled.sentenceProperty());
  }

  @FXML
  private void judgeSampled() {
    sampled.judge();
  }

  private void fill(GroupTable shown) {
    GroupColumns.show(sampledRows, shown);
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
