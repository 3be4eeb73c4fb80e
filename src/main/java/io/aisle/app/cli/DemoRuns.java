package io.aisle.app.cli;

import io.aisle.app.Wiring;
import io.aisle.core.comparison.Baselines;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.Job;
import io.aisle.core.job.JobWait;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.ReadExperiment;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingService;
import io.aisle.core.tuning.BaselineService;
import io.aisle.core.tuning.BesideRuns;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.run.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The trainings of the demo, with tuned baselines beside the neural model. */
final class DemoRuns implements AutoCloseable {
  private static final Metric CHOSEN_BY = Metric.parse("ndcg@10");

  private final Wiring wiring;
  private final Console console;
  private final CallerJobRunner jobs;
  private final TrainingService training;
  private final Path folder;
  private final String dataset;
  private final int sasRecEpochs;
  private Map<String, String> leftOut = Map.of();
  private ProgressLine line;

  /**
   * @param folder receives one run folder for each training; earlier ones are replaced
   */
  DemoRuns(Wiring wiring, Console console, Path folder, String dataset, int sasRecEpochs) {
    this.wiring = wiring;
    this.console = console;
    line = new ProgressLine(console, "");
    jobs = new CallerJobRunner(progress -> line.at(progress), CancelSignal.NEVER);
    // one service for all: it prepares and splits the data once
    training = wiring.training(jobs);
    this.folder = folder;
    this.dataset = dataset;
    this.sasRecEpochs = sasRecEpochs;
  }

  /** Trains one after the other; the best simple model, tuned, is the first, the reference. */
  List<RunFolder> trainAll() {
    List<RunFolder> runs = new ArrayList<>();
    for (ModelKind kind : List.of(ModelKind.POPULARITY, ModelKind.BPR, ModelKind.SASREC)) {
      runs.add(train(kind.id(), kind.defaults()));
    }
    BaselineService.Found found = tuned(runs);
    leftOut = found.leftOut();
    runs.addAll(0, found.runs());
    runs.sort(
        Comparator.comparing((RunFolder run) -> run.record().tuned() == null)
            .thenComparing(run -> -onValidation(run.record())));
    return runs;
  }

  private BaselineService.Found tuned(List<RunFolder> runs) {
    long start = System.nanoTime();
    line = new ProgressLine(console, "tuned baselines");
    BaselineService.Found found;
    try (ProgressLine watched = line;
        QueueJobRunner queue = QueueJobRunner.forThisMachine()) {
      Job<BaselineService.Found> job =
          wiring
              .baselines(wiring.tuning(queue), queue)
              .add(runs, new BesideRuns(wiring.training(queue), runs, runs.getLast()));
      JobWait.forAll(List.of(job), CancelSignal.NEVER, () -> watched.at(job.progress()));
      found = Failures.value(job.outcome().orElseThrow());
    }
    found.runs().forEach(run -> told(run.record()));
    console
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "tuned on validation with %d trials each, %.1f s in all",
                BaselineService.TRIALS,
                (System.nanoTime() - start) / 1e9));
    console.out().flush();
    return found;
  }

  /** What is to be said of the simple models beside the neural one. */
  Baselines baselines(List<RunFolder> runs) {
    return BaselineService.look(runs).leftOut(leftOut);
  }

  private void told(RunRecord record) {
    console
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%-14s %s %.4f on validation, %.4f on test; trained in %.1f s",
                record.name(),
                CHOSEN_BY,
                onValidation(record),
                record.metrics().test().get(CHOSEN_BY.id()),
                record.seconds().train()));
    console.out().flush();
  }

  private static double onValidation(RunRecord record) {
    return record.metrics().valid().get(CHOSEN_BY.id());
  }

  /** What the demo's table shows. */
  List<Metric> metrics() {
    return List.of(CHOSEN_BY, Metric.parse("recall@10"), Metric.parse("coverage@10"));
  }

  /** What was cut short, in a sentence. */
  String limits() {
    return String.format(
        Locale.ROOT,
        "to keep this short SASRec was limited to %d epochs, and every model has one seed; the"
            + " tuned baselines had %d trials each, the others have their default parameters",
        sasRecEpochs,
        BaselineService.TRIALS);
  }

  private RunFolder train(String name, ModelParams params) {
    RunFolder run = new RunFolder(folder.resolve(name));
    line = new ProgressLine(console, name);
    try (ProgressLine _ = line) {
      ReadExperiment experiment = new ReadExperiment(experiment(name, params), warnings(params));
      told(
          Failures.value(
              training
                  .start(experiment, run.path(), IfExists.REPLACE)
                  .job()
                  .outcome()
                  .orElseThrow()));
    }
    return run;
  }

  private List<String> warnings(ModelParams params) {
    return params.kind() == ModelKind.SASREC
        ? List.of(
            "the demo limited training to %d epochs; with the default of %d and early stopping it learns on"
                .formatted(sasRecEpochs, TrainingSpec.defaults(ModelKind.SASREC).epochs()))
        : List.of();
  }

  private Experiment experiment(String name, ModelParams params) {
    TrainingSpec defaults = TrainingSpec.defaults(params.kind());
    TrainingSpec training =
        params.kind() == ModelKind.SASREC
            ? defaults.lasting(sasRecEpochs, defaults.patience())
            : defaults;
    return new Experiment(
        name,
        new DatasetSpec.Named(dataset),
        PrepareSpec.DEFAULTS,
        new SplitSpec.LeaveLastOut(),
        ProtocolSpec.DEFAULTS,
        params,
        training);
  }

  @Override
  public void close() {
    jobs.close();
  }
}
