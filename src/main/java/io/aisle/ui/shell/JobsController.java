package io.aisle.ui.shell;

import io.aisle.ui.common.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The tray: every job of this session, or the log of one. */
public final class JobsController {
  private final JobsViewModel model;
  private final LogViewModel log;
  private final Panels panels;
  private final Texts texts;

  @FXML private Node jobsPage;
  @FXML private Node logPage;
  @FXML private Button cancelAll;
  @FXML private ListView<JobLine> jobs;

  public JobsController(JobsViewModel model, LogViewModel log, Panels panels, Texts texts) {
    this.model = model;
    this.log = log;
    this.panels = panels;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    jobs.setItems(model.lines());
    jobs.setPlaceholder(new Label(texts.of("jobs.empty")));
    jobs.setCellFactory(list -> new JobCell(texts, log::show));
    jobs.addEventHandler(KeyEvent.KEY_PRESSED, this::command);
    cancelAll.disableProperty().bind(model.busyProperty().not());
    logPage.visibleProperty().bind(log.openProperty());
    jobsPage.visibleProperty().bind(log.openProperty().not());
    jobsPage.visibleProperty().subscribe((before, shown) -> jobs.requestFocus());
  }

  /** Delete cancels the job in focus, P pauses it or lets it go on. */
  private void command(KeyEvent event) {
    JobLine line = jobs.getSelectionModel().getSelectedItem();
    if (line == null || !line.activeProperty().get()) {
      return;
    }
    if (event.getCode() == KeyCode.DELETE) {
      line.cancel();
      event.consume();
    } else if (event.getCode() == KeyCode.P && line.pausable()) {
      line.pauseOrResume();
      event.consume();
    }
  }

  @FXML
  private void cancelAll() {
    model.cancelAll();
  }

  @FXML
  private void showProgramLog() {
    log.showProgram();
  }

  @FXML
  private void close() {
    panels.jobsProperty().set(false);
  }
}
