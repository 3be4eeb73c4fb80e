package io.aisle.ui.shell;

import io.aisle.core.workspace.Vault;
import io.aisle.ui.common.FileDrops;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files can be dropped anywhere on the window; a hint says so while they hang over it. */
public final class DropTarget {
  private final FileDrops drops;

  public DropTarget(FileDrops drops) {
    this.drops = drops;
  }

  void hear(Node window, Node hint) {
    window.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            hint.setVisible(true);
            event.consume();
          }
        });
    window.addEventHandler(DragEvent.DRAG_EXITED_TARGET, event -> leave(event, window, hint));
    window.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          hint.setVisible(false);
          if (event.getDragboard().hasFiles()) {
            drops.drop(
                event.getDragboard().getFiles().stream()
                    .map(file -> Vault.seen(file.toPath()))
                    .toList());
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  /** Going from one node of the window to another is no leaving. */
  private static void leave(DragEvent event, Node window, Node hint) {
    if (!window.contains(window.sceneToLocal(event.getSceneX(), event.getSceneY()))
        || window.equals(event.getTarget())) {
      hint.setVisible(false);
    }
  }
}
