package io.aisle.ui.users;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.common.Late;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The heat map of attention. */
public final class AttentionController {
  private static final double BUSY = 14;
  private static final double WINDOW = 84;

  private final AttentionViewModel model;
  private final ChartTools tools;

  @FXML private ChartFrame frame;
  @FXML private HeatMap heatMap;
  @FXML private Region whole;
  @FXML private Region byHead;
  @FXML private HBox multiples;
  @FXML private Label empty;
  @FXML private Label readout;

  private final List<HeatMap> maps = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();

  public AttentionController(AttentionViewModel model, ChartTools tools) {
    this.model = model;
    this.tools = tools;
  }

  @FXML
  private void initialize() {
    frame.equip(tools);
    frame.pinnable(model::origin);
    frame.titleProperty().bind(model.titleProperty());
    frame.subtitleProperty().bind(model.itemProperty());
    frame.subtitleIsData();
    frame.setTools(controls());
    var attends = model.emptyProperty().isEmpty();
    var several =
        Bindings.createBooleanBinding(
            () -> !model.multiplesProperty().get().isEmpty(), model.multiplesProperty());
    whole.visibleProperty().bind(attends.and(several.not()));
    byHead.visibleProperty().bind(attends.and(several));
    empty.textProperty().bind(model.emptyProperty());
    empty.visibleProperty().bind(attends.not());
    heatMap.matrixProperty().bind(model.matrixProperty());
    heatMap.wordsProperty().set(model::words);
    heatMap.accessibleTextProperty().bind(model.summaryProperty());
    readout.textProperty().bind(model.summaryProperty());
    readout.visibleProperty().bind(attends);
    readout.managedProperty().bind(attends);
    model.multiplesProperty().subscribe(this::show);
  }

  private Node[] controls() {
    Texts texts = tools.texts();
    ProgressIndicator busy = new ProgressIndicator();
    busy.setMaxSize(BUSY, BUSY);
    busy.visibleProperty().bind(Late.of(model.busyProperty()));
    busy.managedProperty().bind(busy.visibleProperty());
    Segments<Integer> layers =
        new Segments<>("attentionLayer", model.layers(), model.layerProperty(), model::layerWords);
    Segments<Integer> heads =
        new Segments<>(
            "attentionHead",
            model.heads(),
            model.headProperty(),
            each -> each > 0 ? String.valueOf(each + 1) : model.headWords(each));
    ChoiceBox<Integer> window = new ChoiceBox<>();
    window.setId("attentionWindow");
    window.setPrefWidth(WINDOW);
    window.getItems().setAll(AttentionViewModel.WINDOWS);
    window.setConverter(
        new Words<>(
            each -> each == 0 ? texts.of("attention.whole") : texts.of("attention.last", each)));
    window.setAccessibleText(texts.of("attention.window"));
    window.setTooltip(new Tooltip(texts.of("attention.window")));
    window.valueProperty().bindBidirectional(model.windowProperty());
    window.visibleProperty().bind(model.emptyProperty().isEmpty());
    return new Node[] {busy, layers, heads, window};
  }

  /** Small maps side by side; their nodes are used again. */
  private void show(List<AttentionViewModel.HeadMap> heads) {
    while (maps.size() < heads.size()) {
      HeatMap map = new HeatMap();
      map.equip(tools);
      map.wordsProperty().set(cell -> model.words(map.matrixProperty().get(), cell));
      maps.add(map);
      names.add(new Label());
      VBox box = new VBox(2, names.getLast(), map);
      names.getLast().getStyleClass().add("section-title");
      VBox.setVgrow(map, Priority.ALWAYS);
      HBox.setHgrow(box, Priority.ALWAYS);
      box.setPrefWidth(100);
      multiples.getChildren().add(box);
    }
    for (int at = 0; at < maps.size(); at++) {
      boolean used = at < heads.size();
      multiples.getChildren().get(at).setVisible(used);
      multiples.getChildren().get(at).setManaged(used);
      maps.get(at).matrixProperty().set(used ? heads.get(at).matrix() : HeatMap.Matrix.EMPTY);
      if (used) {
        names.get(at).setText(heads.get(at).name());
        maps.get(at).setAccessibleText(heads.get(at).name());
      }
    }
  }
}
