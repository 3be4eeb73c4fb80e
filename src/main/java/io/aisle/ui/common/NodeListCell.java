package io.aisle.ui.common;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ListCell;

/** A list cell that is a node made of its item. */
public final class NodeListCell<T> extends ListCell<T> {
  private final Function<T, Node> make;

  public NodeListCell(Function<T, Node> make) {
    this.make = make;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    setGraphic(empty || item == null ? null : make.apply(item));
  }
}
