package io.aisle.ui.shell;

import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.ViewLoader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The screens, one of them in front. What was shown once stays in the scene, hidden: to take it out
 * and put it back would style all of it anew. While the user does nothing the other screens are
 * loaded and put behind the one in front, piece by piece, so that the first visit is nearly as
 * quick as the later ones. FX thread only.
 */
final class Stack {
  private static final Duration QUIET = Duration.millis(1200);
  private static final Duration STEP = Duration.millis(80);

  private final StackPane content;
  private final ViewLoader views;
  private final Map<Screen, Parent> loaded = new EnumMap<>(Screen.class);
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final PauseTransition idle = new PauseTransition(QUIET);

  /** A part of a screen that is not in the scene yet. */
  private record Piece(Pane parent, Node node) {
    void attach() {
      parent.getChildren().add(node);
    }
  }

  /**
   * @param window where the user would be seen to do something
   */
  Stack(StackPane content, Node window, ViewLoader views, Lifetime lifetime) {
    this.content = content;
    this.views = views;
    lifetime.add(idle::stop);
    idle.setOnFinished(event -> step());
    window.addEventFilter(KeyEvent.KEY_PRESSED, this::used);
    window.addEventFilter(MouseEvent.MOUSE_PRESSED, this::used);
  }

  /** Nothing is loaded while the user is at work. */
  private void used(InputEvent event) {
    if (loaded.size() < Screen.values().length || !pieces.isEmpty()) {
      rest(QUIET);
    }
  }

  void show(Screen screen) {
    boolean focused = Areas.holdsFocus(content);
    if (!loaded.containsKey(screen)) {
      load(screen);
    }
    while (!pieces.isEmpty()) {
      pieces.poll().attach();
    }
    loaded.forEach(
        (each, root) -> {
          root.setVisible(each == screen);
          root.setManaged(each == screen);
        });
    if (focused) {
      Areas.focusInto(loaded.get(screen));
    }
    rest(QUIET);
  }

  private void load(Screen screen) {
    Parent root = views.load(screen.view());
    root.setVisible(false);
    root.setManaged(false);
    root.resize(content.getWidth(), content.getHeight());
    if (root instanceof HBox || root instanceof VBox || root instanceof StackPane) {
      Pane pane = (Pane) root;
      List<Node> parts = List.copyOf(pane.getChildren());
      pane.getChildren().clear();
      parts.forEach(part -> pieces.add(new Piece(pane, part)));
    }
    loaded.put(screen, root);
    content.getChildren().add(root);
  }

  private void step() {
    if (!pieces.isEmpty()) {
      pieces.poll().attach();
      rest(STEP);
      return;
    }
    for (Screen screen : Screen.values()) {
      if (!loaded.containsKey(screen)) {
        load(screen);
        rest(STEP);
        return;
      }
    }
  }

  private void rest(Duration time) {
    idle.setDuration(time);
    idle.playFromStart();
  }
}
