package io.aisle.ui.training;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Reveal;
import io.aisle.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The trainings of this session: a card for each, and all their curves in one chart of a kind. */
public final class LiveController {
  private final LiveViewModel model;
  private final RunLogViewModel logs;
  private final LiveCards nodes;
  private final ChartTools tools;
  private final Texts texts;

  @FXML private HBox content;
  @FXML private VBox cards;
  @FXML private ScrollPane cardScroll;
  @FXML private Label summary;
  @FXML private Button stopAll;
  @FXML private Button clear;
  @FXML private ChartFrame lossFrame;
  @FXML private CurveChart loss;
  @FXML private ChartFrame validFrame;
  @FXML private CurveChart valid;
  @FXML private VBox logBox;
  @FXML private Label logTitle;
  @FXML private TextArea log;
  @FXML private VBox empty;

  public LiveController(LiveViewModel model, RunLogViewModel logs, ChartTools tools, Texts texts) {
    this.model = model;
    this.logs = logs;
    this.nodes = new LiveCards(model, logs, texts);
    this.tools = tools;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    MappedList.keep(cards.getChildren(), model.runs(), nodes::card);
    empty.visibleProperty().bind(Bindings.isEmpty(model.runs()));
    content.visibleProperty().bind(empty.visibleProperty().not());
    model.currentProperty().subscribe(this::reveal);
    loss.curvesProperty().bind(model.lossProperty());
    valid.curvesProperty().bind(model.validProperty());
    lossFrame.equip(tools);
    validFrame.equip(tools);
    lossFrame.pinnable(model::origin);
    validFrame.pinnable(model::origin);
    stopAll.disableProperty().bind(model.goingProperty().lessThan(1));
    clear
        .disableProperty()
        .bind(Bindings.size(model.runs()).lessThanOrEqualTo(model.goingProperty()));
    summary
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("live.summary", model.goingProperty().get(), model.runs().size()),
                model.goingProperty(),
                model.runs()));
    logBox.visibleProperty().bind(logs.runProperty().isNotNull());
    logs.runProperty()
        .subscribe(
            run -> logTitle.setText(run == null ? "" : texts.of("live.log.title", run.name())));
    logs.textProperty().subscribe(this::writeLog);
  }

  /** What begins is seen, unless the analyst is busy with a card. */
  private void reveal(LiveRun run) {
    int at = model.runs().indexOf(run);
    if (at >= 0 && !cards.isHover()) {
      cards.layout();
      Reveal.in(cardScroll, cards.getChildren().get(at));
    }
  }

  private void writeLog(String text) {
    log.setText(text);
    log.positionCaret(text.length());
  }

  @FXML
  private void stopAll() {
    model.stopAll();
  }

  @FXML
  private void clear() {
    logs.show(null);
    model.clear();
  }

  @FXML
  private void closeLog() {
    logs.show(null);
  }
}
