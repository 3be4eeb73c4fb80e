package io.aisle.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * Puts the parts of a view into the scene one pulse after the other when it is needed for the first
 * time. Styles, skins and cells of a whole view at once would hold the FX thread longer than a user
 * should feel; in parts they do not. Hiding alone would not help: what is hidden is laid out all
 * the same. FX thread only.
 */
public final class Unfold {
  private static final Duration STEP = Duration.millis(40);

  /** A part and where it belongs. */
  private record Part(Node node, Pane parent) {}

  private final List<Part> waiting = new ArrayList<>();

  private final Runnable last;

  private Unfold(List<? extends Node> parts, Runnable last) {
    this.last = last;
    for (Node part : parts) {
      Pane parent = (Pane) part.getParent();
      waiting.add(new Part(part, parent));
      parent.getChildren().remove(part);
    }
  }

  /**
   * Takes the parts out until {@code content} is there for the first time.
   *
   * @param parts each the last that is left in its parent when those behind it are out
   * @param last runs a step after the last part is there, such as to fill its table
   */
  public static void when(ObservableValue<?> content, List<? extends Node> parts, Runnable last) {
    Unfold unfold = new Unfold(parts, last);
    unfold.start(content);
  }

  private void start(ObservableValue<?> content) {
    if (content.getValue() != null) {
      next();
      return;
    }
    Subscription[] first = new Subscription[1];
    first[0] =
        content.subscribe(
            (before, now) -> {
              first[0].unsubscribe();
              next();
            });
  }

  private void next() {
    PauseTransition pause = new PauseTransition(STEP);
    pause.setOnFinished(event -> step());
    pause.play();
  }

  private void step() {
    if (waiting.isEmpty()) {
      last.run();
      return;
    }
    Part part = waiting.removeFirst();
    part.parent().getChildren().add(part.node());
    next();
  }
}
