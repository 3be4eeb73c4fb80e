package io.aisle.app.cli;

import io.aisle.core.erasure.ErasurePlan;
import io.aisle.core.erasure.ErasureReport;
import io.aisle.core.erasure.ErasureService;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.domain.job.CancelSignal;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle erase-user}: nothing in the workspace is of a user any more. */
@Command(
    name = "erase-user",
    description = {
      "Removes a user from every data set of the workspace, from its runs, kept views, queries,"
          + " logs and backups, deletes the backups that the schedule wrote, compacts the store,"
          + " and lists the runs whose models had learned from the user, with the commands that"
          + " train them again, and other backups that may hold the user.",
      "Without --yes it only says what would be done. docs/privacy.md says what cannot be reached."
    })
final class EraseUserCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      paramLabel = "USER",
      description = "The id in the imported files; pseudonyms of it are found by their keys.")
  private String user;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "Only from this data set and its runs (default: from all).")
  private String dataset;

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  EraseUserCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ErasureService erasures = context.wiring().erasures();
    ErasurePlan plan = erasures.plan(user, Optional.ofNullable(dataset), CancelSignal.NEVER);
    context.console().out().print(ErasureText.of(plan, yes));
    if (!yes) {
      return ExitCode.DONE.code();
    }
    ErasureReport report;
    try (ProgressLine progress = new ProgressLine(context.console(), "erasing");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      report =
          Failures.value(
              jobs.submit("erase-user", JobNeeds.LIGHT, control -> erasures.erase(plan, control))
                  .outcome()
                  .orElseThrow());
    }
    context.console().out().print(ErasureText.of(report));
    return report.left().isEmpty() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
  }
}
