package io.aisle.ui.training;

import io.aisle.core.job.Job;
import io.aisle.core.training.EpochLine;
import io.aisle.core.training.TrainingJob;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunRecord;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A training of this session as its card shows it. FX thread only. */
public final class LiveRun {
  private final TrainingJob training;
  private final Texts texts;
  private final Numbers numbers;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper best = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper resumption = new ReadOnlyStringWrapper("");
  private List<EpochLine> epochs = List.of();

  /** Where a run stands. */
  public enum State {
    WAITING,
    RUNNING,
    PAUSED,
    STOPPING,
    DONE,
    FAILED,
    CANCELLED;

    boolean over() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  LiveRun(TrainingJob training, Texts texts, Numbers numbers) {
    this.training = training;
    this.texts = texts;
    this.numbers = numbers;
    look();
  }

  /** Looks at the training; whether it has new epochs. */
  boolean look() {
    if (state.get().over()) {
      return false;
    }
    List<EpochLine> now = training.epochs().get();
    boolean news = now.size() != epochs.size();
    epochs = now;
    state.set(stateOf(training.job()));
    tell();
    return news;
  }

  private static State stateOf(Job<RunRecord> job) {
    return switch (job.state()) {
      case WAITING -> State.WAITING;
      case RUNNING -> State.RUNNING;
      case PAUSED -> State.PAUSED;
      case CANCELLING -> State.STOPPING;
      case ENDED ->
          switch (job.outcome().orElseThrow()) {
            case JobOutcome.Done<RunRecord> _ -> State.DONE;
            case JobOutcome.Failed<RunRecord> _ -> State.FAILED;
            case JobOutcome.Cancelled<RunRecord> _ -> State.CANCELLED;
          };
    };
  }

  private void tell() {
    status.set(
        switch (state.get()) {
          case WAITING -> texts.of("live.waiting");
          case RUNNING -> running();
          case PAUSED -> texts.of("live.paused", running());
          case STOPPING -> texts.of("live.stopping");
          case DONE, FAILED, CANCELLED -> over();
        });
    best.set(bestWords());
    cost.set(costWords());
    offer.set(
        gentler()
            .map(each -> texts.of("live.gentler", numbers.exact(each.training().learningRate())))
            .orElse(""));
    resumption.set(
        resumable() && offer.get().isEmpty()
            ? texts.of("live.resume.run", epochs.getLast().epoch())
            : "");
    fraction.set(part());
  }

  /** Whether it was cut off after an epoch, whose checkpoint lies in its folder. */
  private boolean resumable() {
    return (state.get() == State.FAILED || state.get() == State.CANCELLED) && !epochs.isEmpty();
  }

  private String running() {
    Progress progress = training.job().progress();
    boolean counting = experiment().model().kind().iterative() && !epochs.isEmpty();
    if (!counting || !progress.phase().equals("training")) {
      return texts.word("phase.", progress.phase());
    }
    EpochLine last = epochs.getLast();
    String words = texts.of("live.epoch", last.epoch(), experiment().training().epochs());
    if (!Double.isNaN(last.valid())) {
      words =
          texts.of(
              "live.metric",
              words,
              experiment().training().monitor().id(),
              numbers.metric(last.valid()));
    }
    return progress.remaining().known()
        ? texts.of("live.left", words, numbers.remaining(progress.remaining()))
        : words;
  }

  private String over() {
    return switch (training.job().outcome().orElseThrow()) {
      case JobOutcome.Done<RunRecord> done -> doneWords(done.value());
      case JobOutcome.Failed<RunRecord> failed -> texts.sentence(failed.sentence());
      case JobOutcome.Cancelled<RunRecord> _ ->
          texts.of(epochs.isEmpty() ? "live.cancelled" : "live.cancelled.resume");
    };
  }

  private String doneWords(RunRecord run) {
    String monitor = experiment().training().monitor().id();
    Double test = run.metrics().test().get(monitor);
    return test == null
        ? texts.of("live.done.everything")
        : texts.of("live.done", monitor, numbers.metric(test));
  }

  private String bestWords() {
    EpochLine top = null;
    for (EpochLine line : epochs) {
      if (!Double.isNaN(line.valid()) && (top == null || line.valid() > top.valid())) {
        top = line;
      }
    }
    return top == null || !experiment().model().kind().iterative()
        ? ""
        : texts.of("live.best", numbers.metric(top.valid()), top.epoch());
  }

  private String costWords() {
    Optional<RunRecord.Forecast> expected = training.forecast().get();
    if (training.job().outcome().orElse(null) instanceof JobOutcome.Done<RunRecord> done) {
      RunRecord run = done.value();
      return texts.of(
          "live.actual",
          numbers.seconds(run.seconds().train()),
          numbers.megabytes(run.peakMemoryMb()),
          numbers.seconds(run.forecast().trainSeconds()),
          numbers.megabytes(run.forecast().peakMemoryMb()));
    }
    return expected.map(this::expectedWords).orElse("");
  }

  private String expectedWords(RunRecord.Forecast forecast) {
    String memory = numbers.megabytes(forecast.peakMemoryMb());
    return experiment().model().kind().iterative()
        ? texts.of(
            "live.forecast.epochs",
            numbers.seconds(forecast.epochSeconds() + forecast.validateSeconds()),
            numbers.seconds(forecast.totalSeconds(experiment().training().epochs())),
            memory)
        : texts.of("live.forecast", numbers.seconds(forecast.totalSeconds(1)), memory);
  }

  private double part() {
    return switch (state.get()) {
      case WAITING -> 0;
      case DONE -> 1;
      default -> {
        int limit = experiment().training().epochs();
        yield experiment().model().kind().iterative() && !epochs.isEmpty()
            ? (double) epochs.getLast().epoch() / limit
            : state.get().over() ? 0 : -1;
      }
    };
  }

  /** Pauses what goes on or waits; lets go on what is paused. */
  void pauseOrResume() {
    if (state.get() == State.PAUSED) {
      training.job().resume();
    } else {
      training.job().pause();
    }
    look();
  }

  void stop() {
    training.job().cancel();
    look();
  }

  /** The same with half the learning rate; empty unless this training diverged. */
  public Optional<Experiment> gentler() {
    return training.gentler();
  }

  Experiment experiment() {
    return training.experiment();
  }

  long id() {
    return training.job().id();
  }

  Path log() {
    return training.folder().log();
  }

  public Path folder() {
    return training.folder().path();
  }

  public String name() {
    return experiment().name();
  }

  public ModelKind model() {
    return experiment().model().kind();
  }

  /** Seed of its randomness. */
  public long seed() {
    return experiment().training().seed();
  }

  double[] losses() {
    return epochs.stream().mapToDouble(EpochLine::loss).toArray();
  }

  double[] valids() {
    return epochs.stream().mapToDouble(EpochLine::valid).toArray();
  }

  /** The run that came of it; empty while it goes on, and where none came of it. */
  Optional<RunItem> finished() {
    return training.job().outcome().orElse(null) instanceof JobOutcome.Done<RunRecord> done
        ? Optional.of(new RunItem(folder(), done.value(), name()))
        : Optional.empty();
  }

  /** Whether there is a line to draw. */
  boolean drawn() {
    return epochs.size() > 1;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How far it is, or how it ended. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The best validation so far and its epoch; empty without one. */
  public ReadOnlyStringProperty bestProperty() {
    return best.getReadOnlyProperty();
  }

  /** What it is expected to take, and at the end what it took. */
  public ReadOnlyStringProperty costProperty() {
    return cost.getReadOnlyProperty();
  }

  /** What {@link #gentler} would do; empty when there is nothing of the kind. */
  public ReadOnlyStringProperty offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /** What going on with it would do; empty when there is nothing to go on with. */
  public ReadOnlyStringProperty resumptionProperty() {
    return resumption.getReadOnlyProperty();
  }

  /** 0 to 1; -1 when unknown. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }
}
