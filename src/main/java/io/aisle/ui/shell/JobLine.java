package io.aisle.ui.shell;

import io.aisle.core.job.Job;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A job as the tray shows it. FX thread only. */
public final class JobLine {
  private static final double TOO_EARLY = 0.03;

  private final Job<?> job;
  private final Texts texts;
  private final Numbers numbers;
  private final InstantSource clock;
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(true);
  private Instant started;

  JobLine(Job<?> job, Texts texts, Numbers numbers, InstantSource clock) {
    this.job = job;
    this.texts = texts;
    this.numbers = numbers;
    this.clock = clock;
    look();
  }

  void look() {
    Job.State state = job.state();
    active.set(state == Job.State.WAITING || state == Job.State.RUNNING);
    switch (state) {
      case WAITING -> {
        fraction.set(0);
        status.set(texts.of("job.waiting"));
      }
      case RUNNING -> running(job.progress());
      case CANCELLING -> status.set(texts.of("job.cancelling"));
      case ENDED -> job.outcome().ifPresent(this::ended);
    }
  }

  private void running(Progress progress) {
    started = started == null ? clock.instant() : started;
    double done = progress.fraction();
    fraction.set(done);
    String phase = texts.word("phase.", progress.phase());
    if (progress.total() <= 0) {
      status.set(phase);
      return;
    }
    String text = texts.of("job.running", phase, progress.done(), progress.total());
    double elapsed = Duration.between(started, clock.instant()).toMillis() / 1000.0;
    if (done > TOO_EARLY && done < 1 && elapsed > 2) {
      text += " · " + texts.of("job.left", numbers.seconds(elapsed * (1 - done) / done));
    }
    status.set(text);
  }

  private void ended(JobOutcome<?> outcome) {
    fraction.set(1);
    status.set(
        switch (outcome) {
          case JobOutcome.Done<?> _ -> texts.of("job.done");
          case JobOutcome.Failed<?> failed -> failed.sentence();
          case JobOutcome.Cancelled<?> _ -> texts.of("job.cancelled");
        });
  }

  public void cancel() {
    job.cancel();
  }

  public long id() {
    return job.id();
  }

  public String title() {
    return job.title();
  }

  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** 0 to 1; -1 when unknown. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** Whether it waits or runs, so that it can be cancelled. */
  public ReadOnlyBooleanProperty activeProperty() {
    return active.getReadOnlyProperty();
  }
}
