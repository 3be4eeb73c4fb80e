package io.aisle.app.window;

import io.aisle.ui.common.Refreshable;
import io.aisle.ui.settings.SettingsController;
import io.aisle.ui.settings.SettingsViewModel;

/** Wires the Settings screen. */
final class SettingsPart {
  private final Frame frame;

  SettingsPart(Frame frame) {
    this.frame = frame;
  }

  Refreshable wire() {
    SettingsViewModel settings = new SettingsViewModel(frame.preferences());
    frame
        .controllers()
        .put(SettingsController.class, () -> new SettingsController(settings, frame.texts()));
    return () -> {};
  }
}
