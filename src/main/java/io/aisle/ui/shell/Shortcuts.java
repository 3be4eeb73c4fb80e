package io.aisle.ui.shell;

import io.aisle.ui.common.Action;
import java.util.function.BooleanSupplier;
import javafx.collections.ObservableMap;
import javafx.scene.input.KeyCombination;

/** Keys of actions: how they are written for people, and who hears them. */
final class Shortcuts {
  private Shortcuts() {}

  /** How a shortcut is written on this system, such as "Ctrl K"; empty when there is none. */
  static String words(String shortcut) {
    return shortcut.isEmpty()
        ? ""
        : KeyCombination.keyCombination(shortcut).getDisplayText().replace('+', ' ').strip();
  }

  /** Makes a scene hear the shortcut of an action, as long as nothing lies over the screens. */
  static void hear(
      ObservableMap<KeyCombination, Runnable> accelerators, Action action, BooleanSupplier heard) {
    if (!action.shortcut().isEmpty()) {
      accelerators.put(
          KeyCombination.keyCombination(action.shortcut()),
          () -> {
            if (heard.getAsBoolean() && action.available().get()) {
              action.run().run();
            }
          });
    }
  }
}
