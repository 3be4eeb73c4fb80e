package io.aisle.ui.settings;

import io.aisle.core.job.Job;
import io.aisle.domain.job.Progress;
import io.aisle.ui.common.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How far the job is that a page at the door waits for. FX thread only. */
final class DoorJob {
  private final Texts texts;
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Job<?> job;

  DoorJob(Texts texts) {
    this.texts = texts;
  }

  /** A job is about to be started. */
  void begin() {
    status.set("");
    progress.set(-1);
    busy.set(true);
  }

  /** The job that was started, unless it has ended already. */
  void follow(Job<?> under) {
    if (busy.get()) {
      job = under;
    }
  }

  void end() {
    job = null;
    busy.set(false);
  }

  /** Looks at the job; to be called ten times a second. */
  void look() {
    if (job == null) {
      return;
    }
    Progress now = job.progress();
    progress.set(now.fraction());
    status.set(texts.word("phase.", now.phase()));
  }

  void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
