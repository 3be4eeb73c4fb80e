package io.aisle.ui.common;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/**
 * Tells of waiting only when it lasts: what is there within a blink shows no sign of work. FX
 * thread only.
 */
public final class Late {
  private static final Duration BLINK = Duration.millis(250);

  private Late() {}

  /** True once {@code busy} has been true for a quarter of a second, until it is false. */
  public static ReadOnlyBooleanProperty of(ReadOnlyBooleanProperty busy) {
    ReadOnlyBooleanWrapper late = new ReadOnlyBooleanWrapper();
    PauseTransition pause = new PauseTransition(BLINK);
    pause.setOnFinished(event -> late.set(busy.get()));
    busy.subscribe(
        now -> {
          if (now) {
            pause.playFromStart();
          } else {
            pause.stop();
            late.set(false);
          }
        });
    return late.getReadOnlyProperty();
  }
}
