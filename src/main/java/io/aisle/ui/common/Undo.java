package io.aisle.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Undo and redo of an edited state that is kept as immutable values. FX thread only.
 *
 * @param <S> the state, with a meaningful {@code equals}
 */
public final class Undo<S> {
  private static final int KEPT = 200;

  private final Consumer<S> show;
  private final Deque<S> before = new ArrayDeque<>();
  private final Deque<S> after = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private S now;

  /**
   * @param show brings an earlier or later state back into the form
   */
  public Undo(S start, Consumer<S> show) {
    this.now = Objects.requireNonNull(start);
    this.show = show;
  }

  /** The user has changed the state; nothing happens when it is the same. */
  public void edited(S state) {
    if (state.equals(now)) {
      return;
    }
    before.push(now);
    if (before.size() > KEPT) {
      before.removeLast();
    }
    after.clear();
    now = state;
    tell();
  }

  /** Begins anew, with nothing to undo. */
  public void reset(S state) {
    before.clear();
    after.clear();
    now = state;
    tell();
  }

  public void undo() {
    step(before, after);
  }

  public void redo() {
    step(after, before);
  }

  private void step(Deque<S> from, Deque<S> to) {
    if (from.isEmpty()) {
      return;
    }
    to.push(now);
    now = from.pop();
    tell();
    show.accept(now);
  }

  private void tell() {
    canUndo.set(!before.isEmpty());
    canRedo.set(!after.isEmpty());
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }
}
