package io.aisle.ui.settings;

import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/** The card of the workspace's encryption. */
public final class EncryptionController {
  private final EncryptionViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;

  @FXML private Label state;
  @FXML private PasswordField old;
  @FXML private PasswordField fresh;
  @FXML private PasswordField again;
  @FXML private Label hint;
  @FXML private Button encrypt;
  @FXML private Button change;
  @FXML private Button decrypt;

  public EncryptionController(EncryptionViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    ObservableBooleanValue sealed = new SimpleBooleanProperty(model.encrypted());
    ObservableBooleanValue plain = new SimpleBooleanProperty(!model.encrypted());
    state.setText(
        texts.of(model.encrypted() ? "settings.encryption.on" : "settings.encryption.off"));
    old.textProperty().bindBidirectional(model.oldProperty());
    fresh.textProperty().bindBidirectional(model.freshProperty());
    again.textProperty().bindBidirectional(model.againProperty());
    hint.textProperty().bind(model.hintProperty());
    Shown.when(hint, hint.textProperty().isNotEmpty());
    Shown.when(old, sealed);
    Shown.when(change, sealed);
    Shown.when(decrypt, sealed);
    Shown.when(encrypt, plain);
    var impossible = new SimpleBooleanProperty(!model.canConvert());
    encrypt.disableProperty().bind(model.agreedProperty().not().or(impossible));
    decrypt.disableProperty().bind(old.textProperty().isEmpty().or(impossible));
    change.disableProperty().bind(model.agreedProperty().not().or(old.textProperty().isEmpty()));
  }

  @FXML
  private void encrypt() {
    if (dialogs.confirm(
        texts.of("settings.encryption.encrypt"),
        texts.of("settings.encryption.question"),
        texts.of("settings.encryption.go"))) {
      model.encrypt();
    }
  }

  @FXML
  private void change() {
    model.change();
  }

  @FXML
  private void decrypt() {
    model.checkDecrypt(this::confirmDecrypt);
  }

  private void confirmDecrypt() {
    if (dialogs.confirm(
        texts.of("settings.encryption.remove"),
        texts.of("settings.encryption.remove.question"),
        texts.of("settings.encryption.remove.go"))) {
      model.decrypt();
    }
  }
}
