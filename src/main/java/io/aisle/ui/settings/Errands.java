package io.aisle.ui.settings;

import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobWork;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Texts;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Jobs of a card, and whether one is under way. FX thread only. */
final class Errands {
  private final Background background;
  private final Texts texts;
  private final Runnable after;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /**
   * @param after runs when a job has ended, however it did
   */
  Errands(Background background, Texts texts, Runnable after) {
    this.background = background;
    this.texts = texts;
    this.after = after;
  }

  /**
   * Starts a job that the tray shows.
   *
   * @param title key of its words
   * @param then gets what came of one that went well
   */
  <T> void run(String title, JobWork<T> work, Consumer<T> then) {
    busy.set(true);
    var unused =
        background.start(
            texts.of(title),
            JobNeeds.LIGHT,
            work,
            outcome -> {
              busy.set(false);
              if (outcome instanceof JobOutcome.Done<T> done) {
                then.accept(done.value());
              }
              after.run();
            });
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
