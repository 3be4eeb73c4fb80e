package io.aisle.ui.settings;

import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/** The page that asks for the passphrase of an encrypted workspace. */
public final class LockedController {
  private final LockedViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;

  @FXML private Label sentence;
  @FXML private PasswordField passphrase;
  @FXML private Label error;
  @FXML private Button unlock;

  public LockedController(LockedViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    sentence.textProperty().bind(model.sentenceProperty());
    error.textProperty().bind(model.errorProperty());
    passphrase.textProperty().bindBidirectional(model.passphraseProperty());
    unlock.disableProperty().bind(passphrase.textProperty().isEmpty());
    Shown.when(error, error.textProperty().isNotEmpty());
    passphrase
        .sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                passphrase.requestFocus();
              }
            });
  }

  @FXML
  private void unlock() {
    model.unlock();
  }

  @FXML
  private void choose() {
    dialogs.folder(texts.of("settings.workspace.choose.title")).ifPresent(model::choose);
  }

  @FXML
  private void leave() {
    model.leave();
  }
}
