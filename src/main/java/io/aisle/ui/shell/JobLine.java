package io.aisle.ui.shell;

import io.aisle.core.job.Job;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A job as the tray shows it. FX thread only. */
public final class JobLine {
  private final Job<?> job;
  private final Texts texts;
  private final Numbers numbers;
  private final InstantSource clock;
  private final TimeLeft timeLeft = new TimeLeft();
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.WAITING);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private String code = "";

  /** Where a job stands, for its icon and colour. */
  public enum Stage {
    WAITING,
    PAUSED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  JobLine(Job<?> job, Texts texts, Numbers numbers, InstantSource clock) {
    this.job = job;
    this.texts = texts;
    this.numbers = numbers;
    this.clock = clock;
    look();
  }

  void look() {
    if (stage.get().compareTo(Stage.RUNNING) > 0) {
      return; // nothing changes any more
    }
    Job.State state = job.state();
    active.set(state != Job.State.CANCELLING && state != Job.State.ENDED);
    paused.set(state == Job.State.PAUSED);
    switch (state) {
      case WAITING -> {
        fraction.set(Math.max(0, job.progress().fraction()));
        stage.set(Stage.WAITING);
        status.set(texts.of("job.waiting"));
      }
      case PAUSED -> {
        stage.set(Stage.PAUSED);
        status.set(texts.of("job.paused"));
      }
      case RUNNING -> running(job.progress());
      case CANCELLING -> status.set(texts.of("job.cancelling"));
      case ENDED -> job.outcome().ifPresent(this::ended);
    }
  }

  private void running(Progress progress) {
    stage.set(Stage.RUNNING);
    fraction.set(progress.fraction());
    String phase = texts.word("phase.", progress.phase());
    String text = phase;
    boolean training = progress.phase().equals("training");
    if (training ? progress.total() > 1 : progress.total() > 0) {
      text =
          training
              ? texts.of("job.epoch", progress.done(), progress.total())
              : texts.of("job.running", phase, progress.done(), progress.total());
    }
    String left = left(progress);
    status.set(left.isEmpty() ? text : text + " · " + texts.of("job.left", left));
    detail.set(duration());
  }

  /** What the job says itself, else what its pace promises; empty while it is too early. */
  private String left(Progress progress) {
    double expected = timeLeft.seconds(progress, clock.instant());
    if (progress.remaining().known()) {
      return numbers.remaining(progress.remaining());
    }
    return Double.isNaN(expected) ? "" : numbers.seconds(expected);
  }

  private void ended(JobOutcome<?> outcome) {
    fraction.set(1);
    detail.set(duration());
    switch (outcome) {
      case JobOutcome.Done<?> _ -> {
        status.set(texts.of("job.done"));
        stage.set(Stage.DONE);
      }
      case JobOutcome.Failed<?> failed -> {
        code = failed.badInput() ? "" : failed.code();
        status.set(texts.sentence(failed.sentence()));
        stage.set(Stage.FAILED);
      }
      case JobOutcome.Cancelled<?> _ -> {
        status.set(texts.of("job.cancelled"));
        stage.set(Stage.CANCELLED);
      }
    }
  }

  private String duration() {
    if (job.started().isEmpty()) {
      return "";
    }
    Instant end = job.finished().orElseGet(clock::instant);
    Duration took = Duration.between(job.started().get(), end);
    return numbers.seconds(Math.max(0, took.toMillis()) / 1000.0);
  }

  public void cancel() {
    job.cancel();
  }

  /** Whether {@link #pauseOrResume} does anything while it is active. */
  public boolean pausable() {
    return job.pausable();
  }

  /** Pauses it; lets it go on when it is paused. */
  public void pauseOrResume() {
    if (paused.get()) {
      job.resume();
    } else {
      job.pause();
    }
    look();
  }

  public long id() {
    return job.id();
  }

  public String title() {
    return job.title();
  }

  /** Finds a failure in the log; empty when there was none, or the input was to blame. */
  public String code() {
    return code;
  }

  /** The job's own logs; empty when only the program's log tells of it. */
  public List<Path> logs() {
    return job.logs();
  }

  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** How long it has been running, or ran. */
  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** 0 to 1; -1 when unknown. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** Whether it waits, runs or is paused, so that it can be cancelled. */
  public ReadOnlyBooleanProperty activeProperty() {
    return active.getReadOnlyProperty();
  }
}
