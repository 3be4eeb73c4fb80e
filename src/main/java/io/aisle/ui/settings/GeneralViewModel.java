package io.aisle.ui.settings;

import io.aisle.domain.settings.Settings;
import io.aisle.domain.settings.Settings.LanguageChoice;
import io.aisle.domain.settings.Settings.ThemeChoice;
import io.aisle.ui.common.Preferences;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Theme, language and what a start does. FX thread only. */
public final class GeneralViewModel {
  private final Preferences preferences;

  public GeneralViewModel(Preferences preferences) {
    this.preferences = preferences;
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return preferences.settingsProperty();
  }

  public void choose(ThemeChoice theme) {
    preferences.change(settings -> settings.withTheme(theme));
  }

  public void choose(LanguageChoice language) {
    preferences.change(settings -> settings.withLanguage(language));
  }

  public void restore(boolean wanted) {
    preferences.change(settings -> settings.withRestore(wanted));
  }
}
