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

  /** Of numbers below each other those of up to six figures have one width. */
  private static final double COUNT_WIDTH = 64;

  private final double least;

  public Badge(String text, Tone tone) {
    this(text, tone, 0);
  }

  private Badge(String text, Tone tone, double least) {
    super(text);
    this.least = least;
    getStyleClass().addAll("badge", tone.style());
    setMinWidth(USE_PREF_SIZE);
  }

  /** A number that stands in a list of such. */
  public static Badge count(String number, Tone tone) {
    return new Badge(number, tone, COUNT_WIDTH);
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.max(least, super.computePrefWidth(height));
  }
}
