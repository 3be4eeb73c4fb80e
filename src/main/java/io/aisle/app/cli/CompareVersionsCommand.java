package io.aisle.app.cli;

import io.aisle.core.dataset.drift.VersionComparison;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.CancelSignal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aisle compare-versions}: how the data of two versions differ. */
@Command(
    name = "compare-versions",
    description = {
      "Says how far the values of each column have drifted from one version to another (population",
      "stability index, Jensen-Shannon divergence), and which users and items came and went."
    })
final class CompareVersionsCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "Version to measure against, such as shop:1; shop is its newest version.")
  private String before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The other version.")
  private String after;

  CompareVersionsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (ProgressLine progress = new ProgressLine(context.console(), "comparing");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      var datasets = context.wiring().datasets();
      DatasetVersion first = datasets.require(before);
      DatasetVersion second = datasets.require(after);
      VersionComparison compared =
          Failures.value(
              jobs.submit(
                      "compare versions",
                      JobNeeds.LIGHT,
                      control -> datasets.compare(first.id(), second.id(), control))
                  .outcome()
                  .orElseThrow());
      context.console().out().print(DriftText.of(compared));
    }
    return ExitCode.DONE.code();
  }
}
