package io.aisle.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A run that can be chosen, unless another choice forbids it. FX thread only. */
public final class RunChoice {
  private final RunItem run;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper("");

  RunChoice(RunItem run) {
    this.run = run;
  }

  public RunItem run() {
    return run;
  }

  public BooleanProperty chosenProperty() {
    return chosen;
  }

  /** Why it cannot be chosen; empty when it can. */
  public ReadOnlyStringProperty blockedProperty() {
    return blocked.getReadOnlyProperty();
  }

  void block(String reason) {
    blocked.set(reason);
  }
}
