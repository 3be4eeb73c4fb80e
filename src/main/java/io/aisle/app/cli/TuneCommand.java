package io.aisle.app.cli;

import io.aisle.core.job.JobWait;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.training.ExperimentWriter;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingJob;
import io.aisle.core.training.TrainingService;
import io.aisle.core.tuning.SearchFolder;
import io.aisle.core.tuning.SearchReader;
import io.aisle.core.tuning.TuningJob;
import io.aisle.core.tuning.TuningService;
import io.aisle.core.tuning.Winners;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle tune}: a search for parameters, from its file to the best run. */
@Command(
    name = "tune",
    description = {
      "Searches for parameters: random, grid or successive halving (ASHA), with an equal budget"
          + " for",
      "every model. Trials are fitted on the training part and judged on the validation part; the",
      "test part is looked at once, by the best trial of each model."
    })
final class TuneCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      paramLabel = "SEARCH.yaml",
      description = "An experiment file with a section 'search'; see docs/parameter-search.md.")
  private Path file;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the search; the best run of each model is put into it.")
  private Path out;

  @Option(
      names = "--resume",
      description = "Go on with an interrupted search; finished trials are not repeated.")
  private boolean resume;

  TuneCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    SearchReader.ReadSearch read = SearchReader.read(file);
    read.warnings().forEach(context.console()::say);
    Search search = read.search();
    Experiment first = search.candidates().getFirst().experiment();
    IfExists ifExists = resume ? IfExists.RESUME : IfExists.REFUSE;
    try (QueueJobRunner jobs = QueueJobRunner.forThisMachine()) {
      boolean workspace = RunCommand.readsWorkspace(first);
      TrainingService training =
          workspace ? context.wiring().training(jobs) : context.wiring().trainingOnFiles(jobs);
      TuningService tuning =
          workspace ? context.wiring().tuning(jobs) : context.wiring().tuningOnFiles(jobs);
      List<Trial> trials = search(tuning, search, ifExists);
      context.console().out().print(TrialText.table(search, trials));
      context.console().out().flush();
      for (Trial winner : Winners.ofEachModel(search, trials)) {
        train(training, search, trials, winner);
      }
      context
          .console()
          .out()
          .println(
              "\n# the best experiment\n"
                  + ExperimentWriter.toYaml(
                      Winners.experiment(search, trials, Winners.best(search, trials))
                          .experiment()));
    }
    return ExitCode.DONE.code();
  }

  private List<Trial> search(TuningService tuning, Search search, IfExists ifExists) {
    try (ProgressLine progress = new ProgressLine(context.console(), search.name())) {
      TuningJob job = tuning.start(search, new SearchFolder(out), ifExists);
      JobWait.forAll(
          List.of(job.job()), CancelSignal.NEVER, () -> progress.at(job.job().progress()));
      return Failures.value(job.job().outcome().orElseThrow());
    }
  }

  /** The one look at the test part. */
  private void train(TrainingService training, Search search, List<Trial> trials, Trial winner) {
    Path folder =
        out.resolve(search.candidates().size() == 1 ? "best" : "best-" + winner.kind().id());
    try (ProgressLine progress = new ProgressLine(context.console(), winner.kind().id())) {
      TrainingJob job =
          training.start(Winners.experiment(search, trials, winner), folder, IfExists.RESUME);
      JobWait.forAll(
          List.of(job.job()), CancelSignal.NEVER, () -> progress.at(job.job().progress()));
      Failures.value(job.job().outcome().orElseThrow());
    }
    context.console().out().print(TrialText.best(winner, search.metric(), new RunFolder(folder)));
    context.console().out().flush();
  }
}
