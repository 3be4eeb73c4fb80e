package io.aisle.ui.settings;

import io.aisle.domain.settings.Settings;
import io.aisle.domain.settings.Settings.LanguageChoice;
import io.aisle.domain.settings.Settings.ThemeChoice;
import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.Preferences;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Theme, language and what a start does. FX thread only. */
public final class GeneralViewModel {
  private final Preferences preferences;
  private final ReadOnlyObjectWrapper<Settings> settings =
      new ReadOnlyObjectWrapper<>(Settings.DEFAULT);

  /**
   * @param lifetime of the view; the preferences live longer
   */
  public GeneralViewModel(Preferences preferences, Lifetime lifetime) {
    this.preferences = preferences;
    lifetime.add(preferences.settingsProperty().subscribe(settings::set));
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
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
