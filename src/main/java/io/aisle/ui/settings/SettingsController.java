package io.aisle.ui.settings;

import io.aisle.domain.settings.Settings.LanguageChoice;
import io.aisle.domain.settings.Settings.ThemeChoice;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;

/** The Settings screen. */
public final class SettingsController {
  private final SettingsViewModel model;
  private final Texts texts;

  @FXML private ChoiceBox<ThemeChoice> theme;
  @FXML private ChoiceBox<LanguageChoice> language;

  public SettingsController(SettingsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    theme.getItems().setAll(ThemeChoice.values());
    theme.setConverter(new Words<>(each -> texts.of("settings.theme." + each.name())));
    theme.setValue(model.theme());
    theme.valueProperty().subscribe((before, now) -> model.choose(now));
    language.getItems().setAll(LanguageChoice.values());
    language.setConverter(new Words<>(each -> texts.of("settings.language." + each.name())));
    language.setValue(model.language());
    language.valueProperty().subscribe((before, now) -> model.choose(now));
  }
}
