package io.aisle.ui.shell;

import io.aisle.ui.common.Screen;
import io.aisle.ui.common.ViewLoader;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The screens that were loaded, one of them in front. FX thread only. */
final class Stack {
  private final StackPane content;
  private final ViewLoader views;
  private final Map<Screen, Parent> loaded = new EnumMap<>(Screen.class);

  Stack(StackPane content, ViewLoader views) {
    this.content = content;
    this.views = views;
  }

  void show(Screen screen) {
    content.getChildren().setAll(loaded.computeIfAbsent(screen, key -> views.load(key.view())));
  }
}
