package io.aisle.ui.common;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs tasks on the FX thread: at once when called there, else as soon as it is free. */
public final class FxThread implements Executor {
  @Override
  public void execute(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }

  /** Runs a task on the FX thread after what it does now, such as a step of the focus. */
  public static void later(Runnable task) {
    Platform.runLater(task);
  }
}
