package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.workspace.BackupSummary;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aisle backup}: the workspace as one file. */
@Command(
    name = "backup",
    description =
        "Writes the workspace (data, runs, settings) as one zip file and reads it back. Snapshots,"
            + " logs and native libraries are left out; they are made again.")
final class BackupCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; it must not be there yet.")
  private Path out;

  BackupCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (Files.exists(out)) {
      throw new InputException(out + " is there already; name another file, or remove it first");
    }
    BackupSummary made;
    try (ProgressLine progress = new ProgressLine(context.console(), "backup");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      var workspace = context.wiring().workspace(context.wiring().trainingOnFiles(jobs));
      made =
          Failures.value(
              jobs.submit("backup", JobNeeds.LIGHT, control -> workspace.backup(out, control))
                  .outcome()
                  .orElseThrow());
    }
    context.console().out().println(WorkspaceText.backedUp(made));
    return ExitCode.DONE.code();
  }
}
