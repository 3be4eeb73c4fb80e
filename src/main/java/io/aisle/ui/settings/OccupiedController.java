package io.aisle.ui.settings;

import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The page that stands where no workspace is open. */
public final class OccupiedController {
  private final OccupiedViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;

  @FXML private Label title;
  @FXML private Label sentence;
  @FXML private Label code;
  @FXML private Label error;
  @FXML private VBox working;
  @FXML private ProgressBar progress;
  @FXML private Label status;
  @FXML private HBox ways;
  @FXML private Button restore;

  public OccupiedController(OccupiedViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    title.textProperty().bind(model.titleProperty());
    sentence.textProperty().bind(model.sentenceProperty());
    code.textProperty().bind(model.codeProperty());
    error.textProperty().bind(model.errorProperty());
    status.textProperty().bind(model.statusProperty());
    progress.progressProperty().bind(model.progressProperty());
    shownWhenFilled(sentence);
    shownWhenFilled(code);
    shownWhenFilled(error);
    Shown.when(working, model.busyProperty());
    Shown.when(ways, model.busyProperty().not());
    Shown.when(restore, model.restorableProperty());
  }

  private static void shownWhenFilled(Label label) {
    Shown.when(label, label.textProperty().isNotEmpty());
  }

  @FXML
  private void choose() {
    dialogs.folder(texts.of("settings.workspace.choose.title")).ifPresent(model::choose);
  }

  @FXML
  private void restore() {
    dialogs
        .open(texts.of("settings.restore.file"))
        .ifPresent(
            file ->
                dialogs
                    .folder(texts.of("settings.restore.folder"))
                    .ifPresent(folder -> model.restore(file, folder)));
  }

  @FXML
  private void retry() {
    model.retry();
  }

  @FXML
  private void cancel() {
    model.cancel();
  }

  @FXML
  private void leave() {
    model.leave();
  }
}
