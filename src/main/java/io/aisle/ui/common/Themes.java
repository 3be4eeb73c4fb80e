package io.aisle.ui.common;

import io.aisle.domain.settings.Settings.ThemeChoice;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.util.Subscription;

/**
 * Keeps a scene in the theme that was chosen; when that is the system's, it changes whenever the
 * system does. Lives as long as the window. FX thread only.
 */
public final class Themes {
  private final Preferences preferences;
  private final ReadOnlyObjectWrapper<Theme> shown = new ReadOnlyObjectWrapper<>();
  private final Subscription system;

  public Themes(Preferences preferences) {
    this.preferences = preferences;
    preferences.settingsProperty().subscribe(settings -> choose());
    system = Platform.getPreferences().colorSchemeProperty().subscribe((before, now) -> choose());
  }

  private void choose() {
    ThemeChoice choice = preferences.settingsProperty().get().theme();
    shown.set(Theme.of(choice));
  }

  /** From now on the scene follows. */
  public void dress(Scene scene) {
    shown.subscribe(theme -> theme.dress(scene));
  }

  /** The system lives longer than the window: to be called when the window goes. */
  public void close() {
    system.unsubscribe();
  }

  /** What is shown now, whoever chose it. */
  public ReadOnlyObjectProperty<Theme> shownProperty() {
    return shown.getReadOnlyProperty();
  }
}
