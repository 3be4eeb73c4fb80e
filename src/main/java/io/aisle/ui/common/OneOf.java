package io.aisle.ui.common;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Buttons of which one is always down: a second press does not let it up. FX thread only. */
public final class OneOf {
  private OneOf() {}

  /** Keeps one of the group's buttons down, once one is. */
  public static void keep(ToggleGroup group) {
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              }
            });
  }

  /**
   * Binds buttons to what they choose, in both directions.
   *
   * @param chosen holds one of the values of the buttons
   */
  public static <T> void choose(ObjectProperty<T> chosen, Map<T, ToggleButton> buttons) {
    ToggleGroup group = new ToggleGroup();
    buttons.values().forEach(button -> button.setToggleGroup(group));
    buttons.get(chosen.get()).setSelected(true);
    keep(group);
    group.selectedToggleProperty().subscribe(now -> chosen.set(value(buttons, now, chosen.get())));
    chosen.subscribe(value -> buttons.get(value).setSelected(true));
  }

  private static <T> T value(Map<T, ToggleButton> buttons, Toggle down, T otherwise) {
    return buttons.entrySet().stream()
        .filter(entry -> entry.getValue().equals(down))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(otherwise);
  }
}
