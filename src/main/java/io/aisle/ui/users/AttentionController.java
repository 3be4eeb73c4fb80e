package io.aisle.ui.users;

import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The heat map of attention and the bars of contributions. */
public final class AttentionController {
  private final AttentionViewModel model;
  private final Texts texts;

  @FXML private Label title;
  @FXML private ProgressIndicator busy;
  @FXML private HBox choices;
  @FXML private ChoiceBox<Integer> layer;
  @FXML private ChoiceBox<Integer> head;
  @FXML private Region scroll;
  @FXML private HeatMap heatMap;
  @FXML private Label readout;
  @FXML private Label empty;
  @FXML private BarPairs contributions;
  @FXML private HBox attentionKey;

  public AttentionController(AttentionViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    title.textProperty().bind(model.titleProperty());
    busy.visibleProperty().bind(model.busyProperty());
    layer.setItems(model.layers());
    layer.setConverter(new Words<>(each -> texts.of("attention.layer", each + 1)));
    Selections.bind(layer.getSelectionModel(), model.layerProperty());
    head.setItems(model.heads());
    head.setConverter(new Words<>(this::headWords));
    Selections.bind(head.getSelectionModel(), model.headProperty());
    var attends = model.emptyProperty().isEmpty();
    choices.visibleProperty().bind(attends);
    scroll.visibleProperty().bind(attends);
    attentionKey.visibleProperty().bind(attends);
    attentionKey.managedProperty().bind(attends);
    empty.textProperty().bind(model.emptyProperty());
    empty.visibleProperty().bind(attends.not());
    heatMap.matrixProperty().bind(model.matrixProperty());
    heatMap.accessibleTextProperty().bind(model.summaryProperty());
    readout
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.words(heatMap.chosenProperty().get()),
                heatMap.chosenProperty(),
                model.summaryProperty(),
                model.matrixProperty()));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(readout.textProperty());
    Tooltip.install(heatMap, tooltip);
    contributions.pairsProperty().bind(model.pairsProperty());
  }

  private String headWords(Integer each) {
    return each == AttentionViewModel.MEAN
        ? texts.of("attention.mean")
        : texts.of("attention.head", each + 1);
  }
}
