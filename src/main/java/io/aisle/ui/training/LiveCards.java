package io.aisle.ui.training;

import io.aisle.ui.common.Badge;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws the card of a training: name, state, how far, the best so far, what it takes. */
final class LiveCards {
  private final LiveViewModel model;
  private final RunLogViewModel logs;
  private final Texts texts;

  LiveCards(LiveViewModel model, RunLogViewModel logs, Texts texts) {
    this.model = model;
    this.logs = logs;
    this.texts = texts;
  }

  Node card(LiveRun run) {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(run.fractionProperty());
    Shown.when(bar, run.stateProperty().map(state -> !state.over()));
    bar.setAccessibleText(run.name());
    VBox card =
        new VBox(
            head(run),
            bar,
            line(run.statusProperty(), "live-status"),
            offer(
                "liveGentler-" + run.id(),
                run.offerProperty(),
                () -> run.gentler().ifPresent(each -> model.start(List.of(each)))),
            offer("liveResume-" + run.id(), run.resumptionProperty(), () -> model.resume(run)),
            line(run.bestProperty(), "subtle"),
            line(run.costProperty(), "subtle"));
    card.getStyleClass().add("live-card");
    return card;
  }

  private Node head(LiveRun run) {
    StackPane badge = new StackPane();
    run.stateProperty().subscribe(state -> badge.getChildren().setAll(badge(state)));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button log = button("fth-file-text", texts.of("live.log"));
    log.setOnAction(event -> logs.show(logs.runProperty().get() == run ? null : run));
    Button pause = button("fth-pause", texts.of("live.pause"));
    pause.setId("livePause-" + run.id());
    pause.setOnAction(event -> model.pauseOrResume(run));
    pause
        .disableProperty()
        .bind(run.stateProperty().map(state -> state.over() || state == LiveRun.State.STOPPING));
    run.stateProperty().subscribe(state -> paint(pause, state == LiveRun.State.PAUSED));
    Button stop = button("fth-square", texts.of("live.stop"));
    stop.setId("liveStop-" + run.id());
    stop.setOnAction(event -> model.stop(run));
    stop.disableProperty()
        .bind(run.stateProperty().map(state -> state.over() || state == LiveRun.State.STOPPING));
    HBox head = new HBox(ColouredName.of(run.name(), run.model()), badge, space, log, pause, stop);
    head.getStyleClass().add("live-head");
    return head;
  }

  /** A button that is there while it has words: to train again what diverged or was cut off. */
  private static Node offer(String id, ObservableValue<String> words, Runnable work) {
    Button again = new Button();
    again.setId(id);
    again.setGraphic(new FontIcon("fth-refresh-cw"));
    again.getStyleClass().add("small");
    again.setOnAction(event -> work.run());
    Shown.when(again, again.textProperty().isNotEmpty());
    again.textProperty().bind(words);
    return again;
  }

  private Badge badge(LiveRun.State state) {
    Badge.Tone tone =
        switch (state) {
          case WAITING, CANCELLED -> Badge.Tone.NEUTRAL;
          case RUNNING -> Badge.Tone.ACCENT;
          case PAUSED, STOPPING -> Badge.Tone.WARN;
          case DONE -> Badge.Tone.GOOD;
          case FAILED -> Badge.Tone.BAD;
        };
    return new Badge(texts.of("live.state." + state.name()), tone);
  }

  /** One button pauses and lets go on. */
  private void paint(Button button, boolean paused) {
    String words = texts.of(paused ? "live.resume" : "live.pause");
    button.setGraphic(new FontIcon(paused ? "fth-play" : "fth-pause"));
    button.getTooltip().setText(words);
    button.setAccessibleText(words);
  }

  private static Button button(String icon, String words) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    button.getStyleClass().addAll("flat", "icon-button");
    return button;
  }

  private static Label line(ObservableValue<String> text, String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(text);
    Shown.when(label, label.textProperty().isNotEmpty());
    return label;
  }
}
