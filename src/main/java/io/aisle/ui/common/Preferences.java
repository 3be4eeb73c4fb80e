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

  private final SettingsFile<Settings> settingsFile;
  private final SettingsFile<Session> sessionFile;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final ReadOnlyObjectWrapper<Session> session;
  private PauseTransition pause;
  private Runnable write = () -> {};

  /** Reads both files; may be called on any thread. */
  public Preferences(SettingsFile<Settings> settingsFile, SettingsFile<Session> sessionFile) {
    this.settingsFile = settingsFile;
    this.sessionFile = sessionFile;
    this.settings = new ReadOnlyObjectWrapper<>(settingsFile.load());
    this.session = new ReadOnlyObjectWrapper<>(sessionFile.load());
  }

  /** From now on changes are written through this. */
  public void keptBy(Background background, String title) {
    write =
        () -> {
          Settings chosen = settings.get();
          Session state = session.get();
          var unused =
              background.read(
                  title,
                  control -> {
                    save(chosen, state);
                    return chosen;
                  },
                  done -> {});
        };
  }

  private void save(Settings chosen, Session state) {
    settingsFile.save(chosen);
    sessionFile.save(state);
  }

  public void change(UnaryOperator<Settings> change) {
    settings.set(change.apply(settings.get()));
    soon();
  }

  public void remember(UnaryOperator<Session> change) {
    session.set(change.apply(session.get()));
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
    save(settings.get(), session.get());
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
      case SYSTEM ->
          Locale.getDefault().getLanguage().equals("zh")
              ? Locale.SIMPLIFIED_CHINESE
              : Locale.ENGLISH;
    };
  }
}
