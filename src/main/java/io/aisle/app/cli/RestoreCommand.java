package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.workspace.BackupSummary;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle restore}: a backup as a workspace. */
@Command(
    name = "restore",
    description =
        "Unpacks a backup into a new folder, which then is a workspace, and checks every file and"
            + " the store. Nothing that is there is written over.")
final class RestoreCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(arity = "1", paramLabel = "FILE", description = "What 'aisle backup' wrote.")
  private Path file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "A new or an empty folder.")
  private Path to;

  RestoreCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + " is no file; name a backup");
    }
    BackupSummary made;
    try (ProgressLine progress = new ProgressLine(context.console(), "restore");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      made =
          Failures.value(
              jobs.submit(
                      "restore",
                      JobNeeds.LIGHT,
                      control -> WorkspaceService.restore(file, to, control))
                  .outcome()
                  .orElseThrow());
    }
    context.console().out().println(WorkspaceText.restored(made));
    return ExitCode.DONE.code();
  }
}
