package io.aisle.core.training;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.job.Memory;
import io.aisle.core.job.WorkerContext;
import io.aisle.domain.OperationException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.job.Progress;
import io.aisle.domain.run.RunDraft;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.SafeTensors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One training in the worker, from a prepared folder to a complete one: load, forecast, fit,
 * evaluate, write. Confined to the worker's thread.
 */
final class TrainingRun {
  private final RunFolder folder;
  private final long parentPeakMb;
  private final WorkerContext context;
  private final RunLog log;
  private final RunRequest request;
  private final DataFacts facts;
  private final Experiment experiment;

  /**
   * @param parentPeakMb resident memory of the parent at its highest; 0 when it is this process
   */
  TrainingRun(RunFolder folder, long parentPeakMb, WorkerContext context) {
    this.folder = folder;
    this.parentPeakMb = parentPeakMb;
    this.context = context;
    this.log = new RunLog(folder.log());
    this.request = RunRequest.read(folder);
    this.facts = DataFacts.read(folder.data());
    this.experiment = request.experiment(folder);
  }

  void execute() {
    try {
      train();
    } catch (RuntimeException | OutOfMemoryError e) {
      throw OutOfMemory.explain(e, experiment, facts.shape());
    }
  }

  private void train() {
    long start = System.nanoTime();
    context.at(new Progress("loading", 0, 0));
    RunData data = folder.loadData();
    SplitData split = data.split();
    FitData fitData = data.fitData(experiment);
    double load = facts.seconds() + seconds(start);
    log.line(
        "%s on %s: %d users, %d items, %d + %d + %d interactions"
            .formatted(
                experiment.model().kind().id(),
                request.dataset(),
                facts.users(),
                facts.items(),
                split.train().size(),
                split.valid().size(),
                split.test().size()));
    try (ComputeScope scope =
        ComputeScope.open(experiment, WorkerPlan.threads(experiment), context)) {
      RunRecord.Forecast forecast =
          new FirstForecast(experiment, facts, parentPeakMb, context)
              .of(folder, fitData, split, scope);
      log.line(
          "expected: at most %.1f s of training, %d MiB"
              .formatted(forecast.trainSeconds(), forecast.peakMemoryMb()));
      EvaluationStage validation = data.validation(experiment);
      TrainingLoop.Fitted fitted = fit(fitData, split, validation, scope);
      SafeTensors.write(folder.weights(), fitted.weights());
      finish(data, scope, fitted, forecast, load);
    }
  }

  private TrainingLoop.Fitted fit(
      FitData data, SplitData split, EvaluationStage validation, ComputeScope scope) {
    ValidationMonitor monitor =
        new ValidationMonitor(experiment, split, validation, scope.compute(), context);
    TrainingLoop loop = new TrainingLoop(experiment, folder, monitor, context, log);
    try (ModelTrainer trainer =
        ModelFamilies.trainer(experiment.model(), experiment.training(), data, scope.compute())) {
      return loop.run(trainer);
    }
  }

  private void finish(
      RunData data,
      ComputeScope scope,
      TrainingLoop.Fitted fitted,
      RunRecord.Forecast forecast,
      double load) {
    SplitData split = data.split();
    FinalEvaluation judged =
        onEverything()
            ? FinalEvaluation.NONE
            : FinalEvaluation.of(folder, experiment, data, scope, context);
    Evaluation test = judged.test();
    context.at(new Progress("writing", 0, 0));
    RunTables.writeEvaluation(folder, data.catalogue(), test, judged.predictions());
    double evaluate = fitted.evaluateSeconds() + judged.seconds();
    long peakMb = Memory.ofThisProcess().peakMb() + parentPeakMb;
    RunRecord record =
        new RunDraft(ProgramVersion.text(), experiment.name())
            .of(experiment.model().kind(), request.configuration())
            .data(request.dataset(), facts.dataFingerprint(), size(split, test))
            .dataVersion(facts.version())
            .judged(facts.protocolHash(), judged.valid(), judged.testFigures())
            .epochs(fitted.epochs(), fitted.bestEpoch())
            .cost(
                new RunRecord.Seconds(load, fitted.trainSeconds(), evaluate),
                peakMb,
                forecast.against(fitted.epochs(), fitted.trainSeconds() + evaluate, peakMb))
            .machine(scope.compute().context().device().id(), scope.versions())
            .seed(experiment.training().seed())
            .time(request.started(), Instant.now().truncatedTo(ChronoUnit.SECONDS))
            .leaks(facts.leaks())
            .warnings(warnings(split, scope))
            .tuned(request.tuned())
            .derived(judged.derived())
            .record();
    RunJson.write(folder.runJson(), record);
    log.line(
        "peak memory: %d MiB here and %d MiB in the parent, where %d MiB in all were expected"
            .formatted(peakMb - parentPeakMb, parentPeakMb, forecast.peakMemoryMb()));
    log.line("complete: " + (onEverything() ? "fitted on everything" : record.metrics().test()));
    new CheckpointStore(folder.checkpoint()).delete();
    Disk.delete(folder.requestJson());
  }

  private static RunRecord.Size size(SplitData split, Evaluation test) {
    return new RunRecord.Size(
        split.train().users(),
        split.train().items(),
        split.train().size(),
        split.valid().size(),
        split.test().size(),
        test.users().length,
        test.cold());
  }

  private List<String> warnings(SplitData split, ComputeScope scope) {
    List<String> warnings = new ArrayList<>(request.warnings());
    scope.note().ifPresent(warnings::add);
    if (onEverything()) {
      warnings.add("fitted on everything: no test figures, not to be compared");
    } else if (split.valid().size() == 0 && experiment.model().kind().iterative()) {
      warnings.add("the validation part is empty: nothing was monitored, the last epoch was kept");
    }
    return warnings;
  }

  private boolean onEverything() {
    return experiment.split() instanceof SplitSpec.Everything;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Refuses a folder that the parent has not prepared. */
  static void requirePrepared(RunFolder folder) {
    if (folder.state() != RunFolder.State.UNFINISHED) {
      throw new OperationException(
          folder.path() + " is not ready to be trained in; start the run again");
    }
  }
}
