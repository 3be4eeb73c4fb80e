package io.aisle.ui.common;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Every action of the window. Screens add theirs when they are wired; the shell makes shortcuts and
 * palette entries of them. FX thread only.
 */
public final class Actions {
  private final ObservableList<Action> all = FXCollections.observableArrayList();
  // kept: such a view is held by nothing else and would take its listeners along
  private final ObservableList<Action> view = FXCollections.unmodifiableObservableList(all);

  /**
   * @throws IllegalStateException when the id or the shortcut is taken
   */
  public void add(Action action) {
    for (Action other : all) {
      boolean sameKeys = !action.shortcut().isEmpty() && other.shortcut().equals(action.shortcut());
      if (other.id().equals(action.id()) || sameKeys) {
        throw new IllegalStateException(action.id() + " stands in the way of " + other.id());
      }
    }
    all.add(action);
  }

  public ObservableList<Action> all() {
    return view;
  }
}
