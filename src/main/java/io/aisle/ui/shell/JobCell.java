package io.aisle.ui.shell;

import io.aisle.ui.common.Clips;
import io.aisle.ui.common.Texts;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One job: how it stands, title, how long it took, progress, what it is doing, and buttons that
 * cancel it and show its log.
 */
final class JobCell extends ListCell<JobLine> {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  /** A list asks for the height of a row before it knows its width. */
  private static final double STATUS = 380;

  private final FontIcon icon = new FontIcon("fth-clock");
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label status = new Label();
  private final Label code = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel = new Button();
  private final Button pause = new Button();
  private final Button log = new Button();
  private final Texts texts;
  private final HBox row;
  private final ContextMenu menu = new ContextMenu();
  private Subscription watched = Subscription.EMPTY;

  /**
   * @param showLog opens the log of a job
   */
  JobCell(Texts texts, Consumer<JobLine> showLog) {
    this.texts = texts;
    icon.getStyleClass().add("job-icon");
    title.getStyleClass().add("strong");
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    detail.getStyleClass().add("muted");
    detail.setMinWidth(USE_PREF_SIZE);
    status.getStyleClass().add("job-status");
    status.setWrapText(true);
    status.setPrefWidth(STATUS);
    status.setMinHeight(USE_PREF_SIZE);
    code.getStyleClass().add("code");
    code.managedProperty().bind(code.visibleProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("small");
    bar.managedProperty().bind(bar.visibleProperty());
    cancel.setText(texts.of("action.cancel"));
    cancel.getStyleClass().add("small");
    cancel.setOnAction(event -> getItem().cancel());
    cancel.managedProperty().bind(cancel.visibleProperty());
    pause.getStyleClass().addAll("small", "flat");
    pause.setOnAction(event -> getItem().pauseOrResume());
    pause.managedProperty().bind(pause.visibleProperty());
    log.setText(texts.of("log.show"));
    log.getStyleClass().addAll("small", "flat");
    log.setOnAction(event -> showLog.accept(getItem()));
    log.setTooltip(new Tooltip(texts.of("log.show.tip")));
    HBox buttons = new HBox(4, log, pause, cancel);
    buttons.setMinWidth(USE_PREF_SIZE);
    buttons.getStyleClass().add("job-buttons");
    VBox words = new VBox(3, new HBox(8, title, detail), bar, status, code);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(10, icon, words, buttons);
    row.getStyleClass().add("job-row");
    setPrefWidth(0);
    MenuItem pauseItem = item("", () -> getItem().pauseOrResume());
    pauseItem.textProperty().bind(pause.textProperty());
    pauseItem.visibleProperty().bind(pause.visibleProperty());
    MenuItem cancelItem = item(texts.of("action.cancel"), () -> getItem().cancel());
    cancelItem.visibleProperty().bind(cancel.visibleProperty());
    menu.getItems()
        .addAll(
            pauseItem,
            cancelItem,
            item(texts.of("log.show"), () -> showLog.accept(getItem())),
            item(texts.of("job.copy"), this::copy));
  }

  private static MenuItem item(String title, Runnable work) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> work.run());
    return item;
  }

  private void copy() {
    JobLine line = getItem();
    Clips.put((line.title() + "\t" + line.statusProperty().get() + "\t" + line.code()).strip());
  }

  @Override
  protected void updateItem(JobLine line, boolean empty) {
    super.updateItem(line, empty);
    watched.unsubscribe();
    watched = Subscription.EMPTY;
    if (empty || line == null) {
      setGraphic(null);
      setContextMenu(null);
      return;
    }
    title.setText(line.title());
    watched =
        Subscription.combine(
            line.statusProperty().subscribe(status::setText),
            line.detailProperty().subscribe(detail::setText),
            line.fractionProperty().subscribe(now -> bar.setProgress(now.doubleValue())),
            line.activeProperty().subscribe(active -> offer(line, active)),
            line.pausedProperty()
                .subscribe(now -> pause.setText(texts.of(now ? "job.resume" : "job.pause"))),
            line.stageProperty().subscribe(stage -> stand(line, stage)));
    pause.setId("pause-job-" + line.id());
    cancel.setId("cancel-job-" + line.id());
    log.setId("log-job-" + line.id());
    setContextMenu(menu);
    setGraphic(row);
  }

  private void offer(JobLine line, boolean active) {
    cancel.setVisible(active);
    pause.setVisible(active && line.pausable());
  }

  private void stand(JobLine line, JobLine.Stage stage) {
    pseudoClassStateChanged(FAILED, stage == JobLine.Stage.FAILED);
    pseudoClassStateChanged(DONE, stage == JobLine.Stage.DONE);
    bar.setVisible(stage == JobLine.Stage.RUNNING || stage == JobLine.Stage.PAUSED);
    code.setText(line.code());
    code.setVisible(!line.code().isEmpty());
    icon.setIconLiteral(
        switch (stage) {
          case WAITING -> "fth-clock";
          case PAUSED -> "fth-pause";
          case RUNNING -> "fth-play";
          case DONE -> "fth-check-circle";
          case FAILED -> "fth-alert-circle";
          case CANCELLED -> "fth-slash";
        });
  }
}
