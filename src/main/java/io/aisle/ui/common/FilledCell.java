package io.aisle.ui.common;

import javafx.scene.control.ListCell;

/** A list cell that shows nothing while it has no item. FX thread only. */
public abstract class FilledCell<T> extends ListCell<T> {
  @Override
  protected final void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setText(null);
      setGraphic(null);
      setTooltip(null);
      setContextMenu(null);
      setDisable(false);
    } else {
      fill(item);
    }
  }

  /** Shows an item. */
  protected abstract void fill(T item);
}
