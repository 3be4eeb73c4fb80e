package io.aisle.ui.common;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/**
 * Something that the user can do from anywhere: found in the palette, listed with its shortcut.
 *
 * @param id stable name, such as {@code data.import}
 * @param title what it does, in words
 * @param shortcut in the toolkit's notation, such as {@code Shortcut+O}; empty when there is none
 * @param available whether it can be done now
 */
public record Action(
    String id, String title, String shortcut, ObservableBooleanValue available, Runnable run) {
  /** One that can always be done. */
  public static Action of(String id, String title, String shortcut, Runnable run) {
    return new Action(id, title, shortcut, new SimpleBooleanProperty(true), run);
  }
}
