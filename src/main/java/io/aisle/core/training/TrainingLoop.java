package io.aisle.core.training;

import io.aisle.core.job.WorkerContext;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.Remaining;
import io.aisle.ml.model.EpochReport;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The loop over epochs: train, validate, note, checkpoint; stop early and keep the best parameters
 * where patience is given, else keep the last. Confined to the worker's thread.
 */
final class TrainingLoop {
  private final Experiment experiment;
  private final RunFolder folder;
  private final ValidationMonitor monitor;
  private final WorkerContext context;
  private final CheckpointStore checkpoints;
  private final RunLog log;
  private final List<EpochLine> lines = new ArrayList<>();
  private final DivergenceWatch watch;
  private final Pace pace = new Pace();
  private LoopState state = LoopState.START;
  private Optional<Weights> best = Optional.empty();

  TrainingLoop(
      Experiment experiment,
      RunFolder folder,
      ValidationMonitor monitor,
      WorkerContext context,
      RunLog log) {
    this.experiment = experiment;
    this.folder = folder;
    this.monitor = monitor;
    this.context = context;
    this.checkpoints = new CheckpointStore(folder.checkpoint());
    this.log = log;
    this.watch = new DivergenceWatch(experiment, context);
  }

  /**
   * Trains from the last checkpoint, or from the beginning, for all the epochs of the experiment.
   *
   * @return parameters to keep
   */
  Fitted run(ModelTrainer trainer) {
    return run(trainer, experiment.training().epochs());
  }

  /**
   * As the other, only so far.
   *
   * @param most epochs in all, those before the checkpoint counted
   */
  Fitted run(ModelTrainer trainer, int most) {
    TrainingSpec training = experiment.training();
    boolean iterative = experiment.model().kind().iterative();
    int limit = iterative ? Math.min(most, training.epochs()) : 1;
    if (iterative) {
      checkpoints.load().ifPresent(saved -> resume(trainer, saved));
    }
    while (state.epoch() < limit && !isPatienceOver()) {
      context.check();
      context.at(new Progress("training", state.epoch(), limit, remaining(limit)));
      EpochLine line = epoch(trainer);
      boolean better = isKept(line);
      if (better && keepsBest()) {
        best = Optional.of(trainer.weights());
      }
      lines.add(line);
      RunTables.writeEpochs(folder.epochsFile(), training.monitor().id(), lines);
      if (iterative) {
        checkpoints.save(
            trainer.checkpoint(), state, better && keepsBest() ? best : Optional.empty());
      }
      report(line);
    }
    context.at(new Progress("training", limit, limit));
    return new Fitted(
        best.orElseGet(trainer::weights),
        state.epoch(),
        state.bestEpoch(),
        state.bestValue(),
        lines.stream().mapToDouble(EpochLine::seconds).sum(),
        state.evaluateSeconds());
  }

  private void resume(ModelTrainer trainer, CheckpointStore.Saved saved) {
    trainer.restore(saved.state());
    state = saved.loop();
    best = saved.best();
    folder.epochs().stream().filter(line -> line.epoch() <= state.epoch()).forEach(lines::add);
    log.line("resumed after epoch " + state.epoch());
  }

  private Remaining remaining(int limit) {
    int most = limit - state.epoch();
    boolean mayStop = keepsBest() && state.bestEpoch() > 0;
    int least = state.bestEpoch() + experiment.training().patience() - state.epoch();
    return pace.remaining(most, mayStop ? least : most);
  }

  /** Now, on a clock that stands still while the run is paused. */
  private long clock() {
    return System.nanoTime() - context.pausedNanos();
  }

  private EpochLine epoch(ModelTrainer trainer) {
    long start = clock();
    EpochReport report = watch.epoch(trainer);
    long trained = clock();
    double value = isMonitored() ? monitor.value(trainer) : Double.NaN;
    double evaluated = (clock() - trained) / 1e9;
    pace.add((trained - start) / 1e9, evaluated);
    state =
        new LoopState(
            state.epoch() + 1,
            state.bestEpoch(),
            state.bestValue(),
            state.evaluateSeconds() + evaluated);
    return new EpochLine(state.epoch(), report.loss(), value, (trained - start) / 1e9);
  }

  /** Whether the epoch's parameters are the ones to keep so far; notes it when they are. */
  private boolean isKept(EpochLine line) {
    boolean first = state.bestEpoch() == 0;
    if (keepsBest()
        && !first
        && !experiment.training().monitor().better(line.valid(), state.bestValue())) {
      return false;
    }
    state = new LoopState(state.epoch(), line.epoch(), line.valid(), state.evaluateSeconds());
    return true;
  }

  private boolean isMonitored() {
    // a closed form has one state, which the final evaluation judges
    return experiment.model().kind().iterative() && monitor.possible();
  }

  private boolean keepsBest() {
    return experiment.training().patience() > 0 && isMonitored();
  }

  private boolean isPatienceOver() {
    return keepsBest()
        && state.bestEpoch() > 0
        && state.epoch() - state.bestEpoch() >= experiment.training().patience();
  }

  private void report(EpochLine line) {
    context.emit(LiveRun.EPOCH, RunJson.mapper().valueToTree(line));
    log.line(
        "epoch %d: loss %.6g, %s %.5f, %.2f s"
            .formatted(
                line.epoch(),
                line.loss(),
                experiment.training().monitor(),
                line.valid(),
                line.seconds()));
  }

  /**
   * What the loop ends with.
   *
   * @param epochs passes that were run
   * @param bestEpoch the pass whose parameters these are
   * @param value what was monitored, of that pass; NaN when nothing is monitored
   * @param trainSeconds wall time of the passes
   * @param evaluateSeconds wall time of validation
   */
  record Fitted(
      Weights weights,
      int epochs,
      int bestEpoch,
      double value,
      double trainSeconds,
      double evaluateSeconds) {}
}
