package io.aisle.ui.shell;

import io.aisle.ui.common.Clips;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The line at the bottom: device, memory, and the job that runs. */
public final class StatusController {
  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

  private final StatusViewModel model;
  private final JobsViewModel jobsModel;
  private final LogViewModel log;
  private final Panels panels;
  private final Navigator navigator;
  private final Texts texts;

  @FXML private Button deviceButton;
  @FXML private Region dot;
  @FXML private Label device;
  @FXML private Tooltip deviceTip;
  @FXML private Label memory;
  @FXML private Tooltip memoryTip;
  @FXML private Button jobsButton;
  @FXML private Label jobs;
  @FXML private ProgressBar jobsBar;
  @FXML private Label waiting;

  public StatusController(
      StatusViewModel model,
      JobsViewModel jobsModel,
      LogViewModel log,
      Panels panels,
      Navigator navigator,
      Texts texts) {
    this.model = model;
    this.jobsModel = jobsModel;
    this.log = log;
    this.panels = panels;
    this.navigator = navigator;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    device.textProperty().bind(model.deviceProperty());
    deviceTip.textProperty().bind(model.deviceDetailProperty());
    deviceButton.accessibleTextProperty().bind(model.deviceProperty());
    memory.textProperty().bind(model.memoryProperty());
    memoryTip.textProperty().bind(model.memoryDetailProperty());
    model
        .tightProperty()
        .subscribe(
            now -> {
              dot.pseudoClassStateChanged(TIGHT, now);
              memory.pseudoClassStateChanged(TIGHT, now);
            });
    jobs.textProperty().bind(jobsModel.summaryProperty());
    jobsButton.accessibleTextProperty().bind(jobsModel.summaryProperty());
    jobsBar.progressProperty().bind(jobsModel.fractionProperty());
    Shown.when(jobsBar, jobsModel.busyProperty());
    waiting.textProperty().bind(jobsModel.waitingProperty());
    Shown.when(waiting, waiting.textProperty().isNotEmpty());
    ContextMenu menu =
        new ContextMenu(
            item("shell.device.copy", this::copy),
            item("jobs.title", this::showJobs),
            item("log.program", this::showLog));
    deviceButton.setContextMenu(menu);
    memory.setContextMenu(menu);
    jobsButton.setContextMenu(menu);
  }

  private MenuItem item(String key, Runnable work) {
    MenuItem item = new MenuItem(texts.word("", key));
    item.setOnAction(event -> work.run());
    return item;
  }

  private void copy() {
    Clips.put(
        String.join(
            "\n",
            device.getText(),
            model.deviceDetailProperty().get(),
            memory.getText(),
            model.memoryDetailProperty().get()));
  }

  private void showLog() {
    panels.jobsProperty().set(true);
    log.showProgram();
  }

  @FXML
  private void showJobs() {
    Panels.toggle(panels.jobsProperty());
  }

  @FXML
  private void showDevice() {
    navigator.go(new Place.OfScreen(Screen.SETTINGS));
  }
}
