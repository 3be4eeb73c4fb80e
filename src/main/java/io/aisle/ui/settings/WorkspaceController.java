package io.aisle.ui.settings;

import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Texts;
import io.aisle.ui.settings.WorkspaceViewModel.Facts;
import io.aisle.ui.settings.WorkspaceViewModel.Part;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The section of the workspace: place, copies, size. */
public final class WorkspaceController {
  private final WorkspaceViewModel model;
  private final String chosenBy;
  private final Dialogs dialogs;
  private final Texts texts;

  @FXML private HBox pending;
  @FXML private Label pendingText;
  @FXML private Button restart;
  @FXML private HBox previous;
  @FXML private Label previousText;
  @FXML private TextField folder;
  @FXML private Label origin;
  @FXML private Button move;
  @FXML private Label total;
  @FXML private VBox parts;
  @FXML private Button snapshots;

  /**
   * @param chosenBy who chose the workspace, in words
   */
  public WorkspaceController(
      WorkspaceViewModel model, String chosenBy, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.chosenBy = chosenBy;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    folder.setText(model.folder().toString());
    origin.setText(chosenBy);
    model.pendingProperty().subscribe(this::pending);
    model.factsProperty().subscribe(this::show);
    move.setDisable(!model.canRestart());
    snapshots.disableProperty().bind(model.busyProperty());
  }

  private void pending(Path next) {
    shown(pending, next != null);
    pendingText.setText(next == null ? "" : texts.of("settings.workspace.pending", next));
    shown(restart, model.canRestart());
  }

  private void show(Facts facts) {
    boolean left = facts.previous() != null;
    shown(previous, left);
    previousText.setText(
        left
            ? texts.of(
                "settings.workspace.previous", facts.previous(), model.size(facts.previousBytes()))
            : "");
    total.setText(model.total());
    parts.getChildren().setAll(model.parts().stream().map(WorkspaceController::row).toList());
  }

  private static void shown(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private static Node row(Part part) {
    Label name = new Label(part.name());
    name.getStyleClass().add("part-name");
    ProgressBar bar = new ProgressBar(part.share());
    bar.getStyleClass().addAll("part-bar", "small");
    Label size = new Label(part.size());
    size.getStyleClass().addAll("part-size", "muted");
    HBox row = new HBox(name, bar, size);
    row.getStyleClass().add("part-row");
    return row;
  }

  @FXML
  private void openFolder() {
    model.openFolder();
  }

  @FXML
  private void choose() {
    dialogs.folder(texts.of("settings.workspace.choose.title")).ifPresent(model::choose);
  }

  @FXML
  private void restart() {
    model.restart();
  }

  @FXML
  private void move() {
    dialogs
        .folder(texts.of("settings.move.title"))
        .ifPresent(to -> model.checkMove(to, () -> confirmMove(to)));
  }

  private void confirmMove(Path to) {
    if (dialogs.confirm(
        texts.of("settings.move"),
        texts.of("settings.move.question", to),
        texts.of("settings.move.go"))) {
      model.move(to);
    }
  }

  @FXML
  private void removePrevious() {
    Path old = model.factsProperty().get().previous();
    if (dialogs.confirmLoss(
        texts.of("settings.workspace.previous.remove"),
        texts.of("settings.workspace.previous.question", old),
        texts.of("action.remove"))) {
      model.removePrevious();
    }
  }

  @FXML
  private void removeSnapshots() {
    if (dialogs.confirm(
        texts.of("settings.snapshots"),
        texts.of("settings.snapshots.question"),
        texts.of("action.remove"))) {
      model.removeSnapshots();
    }
  }
}
