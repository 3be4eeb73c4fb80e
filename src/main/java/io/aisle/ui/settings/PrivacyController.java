package io.aisle.ui.settings;

import io.aisle.ui.common.Texts;
import io.aisle.ui.common.UserErasing;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;

/** The section of privacy: users, groups, the key of pseudonyms. */
public final class PrivacyController {
  private final PrivacyViewModel model;
  private final UserErasing erasing;
  private final String key;
  private final Texts texts;

  @FXML private TextField user;
  @FXML private Button erase;
  @FXML private Spinner<Integer> groupSize;
  @FXML private Label keyPlace;

  /**
   * @param key where the key of pseudonyms stands
   */
  public PrivacyController(PrivacyViewModel model, UserErasing erasing, String key, Texts texts) {
    this.model = model;
    this.erasing = erasing;
    this.key = key;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    erase
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(() -> user.getText().isBlank(), user.textProperty())
                .or(erasing.busyProperty()));
    erasing
        .busyProperty()
        .subscribe(
            busy ->
                erase.setText(texts.of(busy ? "privacy.erase.looking" : "privacy.erase.button")));
    groupSize.setValueFactory(
        new SpinnerValueFactory.IntegerSpinnerValueFactory(1, PrivacyViewModel.LARGEST));
    groupSize.getValueFactory().setValue(model.groupSizeProperty().get());
    groupSize
        .valueProperty()
        .subscribe(
            (before, now) -> {
              if (now != null) {
                model.groupSize(now);
              }
            });
    model
        .groupSizeProperty()
        .subscribe(now -> groupSize.getValueFactory().setValue(now.intValue()));
    keyPlace.setText(texts.of("privacy.key.place", key));
  }

  @FXML
  private void erase() {
    if (!user.getText().isBlank()) {
      erasing.ask(user.getText());
    }
  }
}
