package io.aisle.ui.common;

import io.aisle.core.job.Job;
import io.aisle.core.job.JobWork;
import io.aisle.domain.job.JobOutcome;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * A place in a view whose content is read in the background. A new reading cancels the one before,
 * and what an outdated one still brings is dropped. FX thread only.
 *
 * @param <T> what is read
 */
public final class Slot<T> {
  private final Background background;
  private final String title;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Job<T> current;
  private int turn;

  Slot(Background background, String title) {
    this.background = background;
    this.title = title;
  }

  public void read(JobWork<T> work, Consumer<T> then) {
    read(work, then, () -> {});
  }

  /**
   * @param failed called in place of {@code then} after a failure was told
   */
  public void read(JobWork<T> work, Consumer<T> then, Runnable failed) {
    clear();
    int mine = turn;
    busy.set(true);
    current =
        background.start(
            title,
            work,
            outcome -> {
              if (mine != turn) {
                return;
              }
              busy.set(false);
              if (outcome instanceof JobOutcome.Done<T> done) {
                then.accept(done.value());
              } else if (outcome instanceof JobOutcome.Failed<T>) {
                failed.run();
              }
            });
  }

  /** Forgets what is being read. */
  public void clear() {
    turn++;
    busy.set(false);
    if (current != null) {
      current.cancel();
      current = null;
    }
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
