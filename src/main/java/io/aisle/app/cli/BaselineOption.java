package io.aisle.app.cli;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.job.Job;
import io.aisle.core.job.JobWait;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingService;
import io.aisle.core.tuning.BaselineService;
import io.aisle.core.tuning.BesideRuns;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.ModelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The tuned simple models that stand beside neural ones unless the analyst says no. */
final class BaselineOption {
  @Option(
      names = "--no-baselines",
      description =
          "Compare neural models without tuned item-knn, ease and als (and markov where order"
              + " counts). Otherwise they are taken from beside the runs, or tuned there.")
  private boolean none;

  /**
   * What is compared in the end.
   *
   * @param runs those asked for, then the baselines
   * @param baselines what is to be said of them
   */
  record Completed(List<RunFolder> runs, Baselines baselines) {}

  /** The runs with what is missing beside them. */
  Completed complete(List<RunFolder> runs, CommandContext context) {
    Baselines there = BaselineService.look(runs);
    if (none) {
      return new Completed(runs, there.declinedByAnalyst());
    }
    if (there.missing().isEmpty()) {
      return new Completed(runs, there);
    }
    BaselineService.Found found = find(runs, there, context);
    List<RunFolder> all = new ArrayList<>(runs);
    all.addAll(found.runs());
    return new Completed(all, BaselineService.look(all).leftOut(found.leftOut()));
  }

  private BaselineService.Found find(
      List<RunFolder> runs, Baselines there, CommandContext context) {
    context
        .console()
        .say(
            "a neural model is compared: %s are taken from beside the runs or tuned there; --no-baselines says no"
                .formatted(
                    there.missing().stream().map(ModelKind::id).collect(Collectors.joining(", "))));
    RunFolder like =
        runs.stream().filter(run -> Baselines.isNeural(run.record())).findFirst().orElseThrow();
    try (ProgressLine progress = new ProgressLine(context.console(), "baselines");
        QueueJobRunner jobs = QueueJobRunner.forThisMachine()) {
      TrainingService training = context.wiring().trainingOnFiles(jobs);
      Job<BaselineService.Found> job =
          context
              .wiring()
              .baselines(context.wiring().tuningOnFiles(jobs), jobs)
              .add(runs, new BesideRuns(training, runs, like));
      JobWait.forAll(List.of(job), CancelSignal.NEVER, () -> progress.at(job.progress()));
      return Failures.value(job.outcome().orElseThrow());
    }
  }
}
