package io.aisle.ui.common;

import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.settings.Session;
import io.aisle.domain.settings.Settings;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * The settings and the state of the window while the program runs. A change is written a second
 * later, in the background, and once more at the end. FX thread only, but for making one.
 */
public final class Preferences {
  private static final Duration LATER = Duration.seconds(1);

  /** Kept from the start: the window sets the language of the toolkit, which is the default. */
  private static final Locale SYSTEM = Locale.getDefault();

  private final SettingsFile<Settings> settingsFile;
  private final SettingsFile<Session> sessionFile;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final ReadOnlyObjectWrapper<Session> session;
  private PauseTransition pause;
  private Runnable write = () -> {};
  private volatile Settings chosen;
  private volatile Session state;

  /** Reads both files; may be called on any thread. */
  public Preferences(SettingsFile<Settings> settingsFile, SettingsFile<Session> sessionFile) {
    this.settingsFile = settingsFile;
    this.sessionFile = sessionFile;
    this.chosen = settingsFile.load();
    this.state = sessionFile.load();
    this.settings = new ReadOnlyObjectWrapper<>(chosen);
    this.session = new ReadOnlyObjectWrapper<>(state);
  }

  /** From now on changes are written through this. */
  public void keptBy(Background background, String title) {
    write =
        () -> {
          var unused =
              background.read(
                  title,
                  control -> {
                    save();
                    return true;
                  },
                  done -> {});
        };
  }

  /** Writes what holds now; two that save wait for each other, so that the newest stays. */
  private void save() {
    synchronized (settingsFile) {
      settingsFile.save(chosen);
      sessionFile.save(state);
    }
  }

  public void change(UnaryOperator<Settings> change) {
    chosen = change.apply(settings.get());
    settings.set(chosen);
    soon();
  }

  public void remember(UnaryOperator<Session> change) {
    state = change.apply(session.get());
    session.set(state);
    soon();
  }

  private void soon() {
    if (pause == null) {
      pause = new PauseTransition(LATER);
      pause.setOnFinished(event -> write.run());
    }
    pause.playFromStart();
  }

  /** Writes at once what has not been written: at the end of the program. */
  public void close() {
    if (pause != null) {
      pause.stop();
    }
    save();
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Session> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** The language that is chosen, or the system's when the program speaks it. */
  public Locale locale() {
    return switch (settings.get().language()) {
      case ENGLISH -> Locale.ENGLISH;
      case CHINESE -> Locale.SIMPLIFIED_CHINESE;
      case SYSTEM -> SYSTEM.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    };
  }
}
