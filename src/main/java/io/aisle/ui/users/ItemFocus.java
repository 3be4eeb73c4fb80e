package io.aisle.ui.users;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The item that is pointed at, in whichever part of the screen: the others mark it. FX thread only.
 */
public final class ItemFocus {
  private final ReadOnlyStringWrapper item = new ReadOnlyStringWrapper("");

  /**
   * @param id external id; empty for none
   */
  public void point(String id) {
    item.set(id);
  }

  /** External id; empty when none is pointed at. */
  public ReadOnlyStringProperty itemProperty() {
    return item.getReadOnlyProperty();
  }

  boolean is(String id) {
    return !id.isEmpty() && id.equals(item.get());
  }
}
