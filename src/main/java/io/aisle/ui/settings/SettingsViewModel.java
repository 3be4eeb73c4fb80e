package io.aisle.ui.settings;

import io.aisle.domain.settings.Settings.LanguageChoice;
import io.aisle.domain.settings.Settings.ThemeChoice;
import io.aisle.ui.common.Preferences;

/** What can be chosen for the program. FX thread only. */
public final class SettingsViewModel {
  private final Preferences preferences;

  public SettingsViewModel(Preferences preferences) {
    this.preferences = preferences;
  }

  public ThemeChoice theme() {
    return preferences.settingsProperty().get().theme();
  }

  public void choose(ThemeChoice theme) {
    preferences.change(settings -> settings.withTheme(theme));
  }

  public LanguageChoice language() {
    return preferences.settingsProperty().get().language();
  }

  public void choose(LanguageChoice language) {
    preferences.change(settings -> settings.withLanguage(language));
  }
}
