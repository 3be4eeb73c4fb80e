package io.aisle.app.cli;

import io.aisle.app.Wiring;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.ReadExperiment;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.run.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The trainings of the demo: a baseline that is tuned on validation first, then the others. */
final class DemoRuns implements AutoCloseable {
  private static final List<Double> EASE_REGULARIZATIONS = List.of(10.0, 30.0, 100.0);
  private static final Metric CHOSEN_BY = Metric.parse("ndcg@10");

  private final Console console;
  private final CallerJobRunner jobs;
  private final TrainingService training;
  private final Path folder;
  private final String dataset;
  private final int sasRecEpochs;
  private double easeRegularization;
  private ProgressLine line;

  /**
   * @param folder receives one run folder for each training; earlier ones are replaced
   */
  DemoRuns(Wiring wiring, Console console, Path folder, String dataset, int sasRecEpochs) {
    this.console = console;
    line = new ProgressLine(console, "");
    jobs = new CallerJobRunner(progress -> line.at(progress), CancelSignal.NEVER);
    // one service for all: it prepares and splits the data once
    training = wiring.training(jobs);
    this.folder = folder;
    this.dataset = dataset;
    this.sasRecEpochs = sasRecEpochs;
  }

  /** Trains one after the other; the tuned baseline is the first, the reference. */
  List<RunFolder> trainAll() {
    List<RunFolder> runs = new ArrayList<>();
    runs.add(tunedEase());
    for (ModelKind kind :
        List.of(
            ModelKind.POPULARITY,
            ModelKind.ITEM_KNN,
            ModelKind.ALS,
            ModelKind.BPR,
            ModelKind.SASREC)) {
      runs.add(train(kind.id(), kind.defaults()));
    }
    return runs;
  }

  /** What the demo's table shows. */
  List<Metric> metrics() {
    return List.of(CHOSEN_BY, Metric.parse("recall@10"), Metric.parse("coverage@10"));
  }

  /** What was cut short, in a sentence. */
  String limits() {
    return String.format(
        Locale.ROOT,
        "to keep this short SASRec was limited to %d epochs, and every model has one seed; EASE's"
            + " regularization %.0f was chosen on validation among 10, 30 and 100, the others have"
            + " their default parameters",
        sasRecEpochs,
        easeRegularization);
  }

  private RunFolder tunedEase() {
    RunFolder best = null;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (double regularization : EASE_REGULARIZATIONS) {
      String name = String.format(Locale.ROOT, "ease-%.0f", regularization);
      RunFolder run = train(name, new EaseParams(regularization));
      double value = run.record().metrics().valid().get(CHOSEN_BY.id());
      if (value > bestValue) {
        best = run;
        bestValue = value;
        easeRegularization = regularization;
      }
    }
    return best;
  }

  private RunFolder train(String name, ModelParams params) {
    long start = System.nanoTime();
    RunFolder run = new RunFolder(folder.resolve(name));
    RunRecord record;
    line = new ProgressLine(console, name);
    try (ProgressLine _ = line) {
      ReadExperiment experiment = new ReadExperiment(experiment(name, params), warnings(params));
      record =
          Failures.value(
              training
                  .start(experiment, run.path(), IfExists.REPLACE)
                  .job()
                  .outcome()
                  .orElseThrow());
    }
    console
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%-12s %s %.4f on validation, %.4f on test; trained in %.1f s, %.1f s in all",
                name,
                CHOSEN_BY,
                record.metrics().valid().get(CHOSEN_BY.id()),
                record.metrics().test().get(CHOSEN_BY.id()),
                record.seconds().train(),
                (System.nanoTime() - start) / 1e9));
    console.out().flush();
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
            ? new TrainingSpec(
                sasRecEpochs,
                defaults.batchSize(),
                defaults.learningRate(),
                defaults.weightDecay(),
                defaults.monitor(),
                defaults.patience(),
                defaults.seed(),
                defaults.device(),
                defaults.threads())
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
