package io.aisle.app.cli;

import io.aisle.core.dataset.cleaning.StepsReader;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle clean}: a version of a data set becomes another one by steps. */
@Command(
    name = "clean",
    description = {
      "Cleans a version of a data set by the steps of a file into a new version, and prints what",
      "each step took away. The version that is cleaned stays as it is. docs/cleaning.md has the",
      "steps."
    })
final class CleanCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      paramLabel = "DATASET",
      description = "Data set (its newest version), or a version of it such as shop:2.")
  private String dataset;

  @Option(
      names = "--steps",
      required = true,
      paramLabel = "FILE.yaml",
      description = "The steps, in their order.")
  private Path steps;

  @Option(
      names = "--preview",
      description = "Only say what the steps would do, from some of the users; makes no version.")
  private boolean preview;

  CleanCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<CleaningStep> read = StepsReader.readFile(steps);
    try (ProgressLine progress = new ProgressLine(context.console(), dataset);
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      DatasetVersion version = context.wiring().datasets().require(dataset);
      String text =
          Failures.value(
              jobs.submit(
                      "clean " + dataset, JobNeeds.LIGHT, control -> clean(version, read, control))
                  .outcome()
                  .orElseThrow());
      context.console().out().print(text);
    }
    return ExitCode.DONE.code();
  }

  private String clean(DatasetVersion version, List<CleaningStep> read, JobControl control) {
    var cleaning = context.wiring().datasets().cleaning();
    return preview
        ? VersionText.preview(version, cleaning.preview(version.id(), read, control))
        : VersionText.cleaned(version, cleaning.apply(version.id(), read, control));
  }
}
