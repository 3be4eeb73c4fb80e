package io.aisle.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Which panels lie over the screens. Their buttons, shortcuts and the panels themselves change it,
 * the shell shows it. FX thread only.
 */
public final class Panels {
  private final BooleanProperty palette = new SimpleBooleanProperty();
  private final BooleanProperty jobs = new SimpleBooleanProperty();
  private final BooleanProperty notices = new SimpleBooleanProperty();
  private final BooleanProperty shortcuts = new SimpleBooleanProperty();

  /** Opens what is closed and closes what is open. */
  static void toggle(BooleanProperty panel) {
    panel.set(!panel.get());
  }

  /** The command palette. */
  public BooleanProperty paletteProperty() {
    return palette;
  }

  /** The tray of jobs and logs. */
  public BooleanProperty jobsProperty() {
    return jobs;
  }

  /** The list of everything that was told. */
  public BooleanProperty noticesProperty() {
    return notices;
  }

  /** The list of shortcuts. */
  public BooleanProperty shortcutsProperty() {
    return shortcuts;
  }
}
