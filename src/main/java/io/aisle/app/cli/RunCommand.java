package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.training.ExperimentReader;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.ReadExperiment;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.run.RunRecord;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle run}: one experiment, from its file to a run folder. */
@Command(
    name = "run",
    description =
        "Splits, trains in a worker process, evaluates, and writes a run folder that holds"
            + " everything and can be moved. Experiments on files never open the workspace.")
final class RunCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "EXPERIMENT.yaml", description = "What to run.")
  private Path file;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The run folder.")
  private Path out;

  @ArgGroup private Existing existing;

  /** What to do with a folder that is there already. */
  static final class Existing {
    @Option(names = "--resume", description = "Go on with an interrupted run after its last epoch.")
    private boolean resume;

    @Option(names = "--force", description = "Replace the run in DIR.")
    private boolean force;
  }

  RunCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ReadExperiment read = ExperimentReader.read(file);
    Experiment experiment = read.experiment();
    read.warnings().forEach(context.console()::say);
    RunRecord record;
    try (ProgressLine progress = new ProgressLine(context.console(), experiment.name());
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      TrainingService training =
          readsWorkspace(experiment)
              ? context.wiring().training(jobs)
              : context.wiring().trainingOnFiles(jobs);
      record = Failures.value(training.start(read, out, ifExists()).job().outcome().orElseThrow());
    }
    context.console().out().print(RunText.of(record));
    return ExitCode.DONE.code();
  }

  private IfExists ifExists() {
    if (existing == null) {
      return IfExists.REFUSE;
    }
    return existing.resume ? IfExists.RESUME : existing.force ? IfExists.REPLACE : IfExists.REFUSE;
  }

  /** A given split brings its data along, whatever the data set is called. */
  static boolean readsWorkspace(Experiment experiment) {
    return experiment.dataset() instanceof DatasetSpec.Named
        && !(experiment.split() instanceof SplitSpec.Given);
  }
}
