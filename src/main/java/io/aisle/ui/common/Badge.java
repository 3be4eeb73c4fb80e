package io.aisle.ui.common;

import java.util.Locale;
import javafx.scene.control.Label;

/** A short word on a tinted, rounded ground. */
public final class Badge extends Label {
  /** Its colour. */
  public enum Tone {
    NEUTRAL,
    ACCENT,
    GOOD,
    WARN,
    BAD;

    String style() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Badge(String text, Tone tone) {
    super(text);
    getStyleClass().addAll("badge", tone.style());
    setMinWidth(USE_PREF_SIZE);
  }
}
