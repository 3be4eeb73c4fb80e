package io.aisle.ui.settings;

import io.aisle.domain.settings.Settings;
import io.aisle.domain.settings.Settings.LanguageChoice;
import io.aisle.domain.settings.Settings.ThemeChoice;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;

/** The section of theme, language and start. */
public final class GeneralController {
  private final GeneralViewModel model;
  private final Texts texts;

  @FXML private ToggleButton system;
  @FXML private ToggleButton light;
  @FXML private ToggleButton dark;
  @FXML private ChoiceBox<LanguageChoice> language;
  @FXML private CheckBox restore;

  public GeneralController(GeneralViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    system.setUserData(ThemeChoice.SYSTEM);
    light.setUserData(ThemeChoice.LIGHT);
    dark.setUserData(ThemeChoice.DARK);
    language.getItems().setAll(LanguageChoice.values());
    language.setConverter(new Words<>(each -> texts.of("settings.language." + each.name())));
    model.settingsProperty().subscribe(this::show);
    system.getToggleGroup().selectedToggleProperty().subscribe(this::chosen);
    language.valueProperty().subscribe((before, now) -> model.choose(now));
    restore.selectedProperty().subscribe((before, now) -> model.restore(now));
  }

  private void show(Settings settings) {
    system
        .getToggleGroup()
        .selectToggle(
            switch (settings.theme()) {
              case SYSTEM -> system;
              case LIGHT -> light;
              case DARK -> dark;
            });
    language.setValue(settings.language());
    restore.setSelected(settings.restore());
  }

  /** One of them is always chosen. */
  private void chosen(Toggle before, Toggle now) {
    if (now == null) {
      system.getToggleGroup().selectToggle(before);
    } else {
      model.choose((ThemeChoice) now.getUserData());
    }
  }
}
