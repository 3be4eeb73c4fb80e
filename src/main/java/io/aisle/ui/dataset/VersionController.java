package io.aisle.ui.dataset;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Unfold;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** A version of a data set: profile, quality and rows, or why they cannot be shown. */
public final class VersionController {
  private final VersionViewModel model;
  private final DatasetMenu verbs;
  private final Texts texts;

  @FXML private Node whole;
  @FXML private Node profileCard;
  @FXML private Node qualityCard;
  @FXML private Node lower;
  @FXML private Node broken;
  @FXML private Label brokenTitle;
  @FXML private Label brokenText;
  @FXML private Button resume;
  @FXML private Button retry;

  public VersionController(VersionViewModel model, DatasetMenu verbs, Texts texts) {
    this.model = model;
    this.verbs = verbs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    model.stateProperty().subscribe(this::show);
    Unfold.when(model.versionProperty(), List.of(profileCard, qualityCard, lower), () -> {});
  }

  private void show(VersionViewModel.State state) {
    boolean incomplete = state == VersionViewModel.State.INCOMPLETE;
    boolean failed = state == VersionViewModel.State.FAILED;
    boolean importing =
        incomplete
            && model.versionProperty().get() != null
            && model.versionProperty().get().state() == DatasetVersion.State.IMPORTING;
    whole.setVisible(!incomplete && !failed);
    broken.setVisible(incomplete || failed);
    place(resume, incomplete && !importing);
    place(retry, failed);
    if (failed) {
      brokenTitle.setText(texts.of("data.broken.failed"));
      brokenText.setText(model.problemProperty().get());
    } else if (importing) {
      brokenTitle.setText(texts.of("data.broken.importing"));
      brokenText.setText(texts.of("data.broken.importing.text"));
    } else if (incomplete) {
      brokenTitle.setText(texts.of("data.broken.interrupted"));
      brokenText.setText(texts.of("data.broken.interrupted.text"));
    }
  }

  private static void place(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @FXML
  private void resume() {
    verbs.resume(model.versionProperty().get());
  }

  @FXML
  private void retry() {
    model.retry();
  }

  @FXML
  private void remove() {
    verbs.remove(model.versionProperty().get());
  }
}
