package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobWork;
import io.aisle.core.workspace.BackupSchedule;
import io.aisle.core.workspace.BackupShelf;
import io.aisle.core.workspace.BackupSummary;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aisle backup}: the workspace as one file. */
@Command(
    name = "backup",
    description =
        "Writes the workspace (data, runs, settings) as one zip file, reads it back and opens the"
            + " store in it. Snapshots, logs and native libraries are left out; they are made"
            + " again. docs/backups.md says more.")
final class BackupCommand implements Callable<Integer> {
  private final CommandContext context;

  @ArgGroup(multiplicity = "1")
  private What what;

  /** Which one. */
  static final class What {
    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "The file to write; it must not be there yet.")
    private Path out;

    @Option(
        names = "--scheduled",
        description =
            "Write one where the schedule of the workspace's settings says, if it is due; for a"
                + " timer of the system.")
    private boolean scheduled;

    @Option(names = "--list", description = "List the backups that are known; write nothing.")
    private boolean list;
  }

  BackupCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (what.list) {
      BackupShelf shelf = new BackupShelf(context.wiring().paths().layout());
      context.console().out().print(WorkspaceText.known(shelf));
      return ExitCode.DONE.code();
    }
    if (what.out != null && Files.exists(what.out)) {
      throw new InputException(
          what.out + " is there already; name another file, or remove it first");
    }
    try (ProgressLine progress = new ProgressLine(context.console(), "backup");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      WorkspaceService workspace =
          context.wiring().workspace(context.wiring().trainingOnFiles(jobs));
      if (what.scheduled) {
        scheduled(context.wiring().schedule(workspace), jobs);
      } else {
        write(control -> workspace.backup(what.out, control), jobs);
      }
    }
    return ExitCode.DONE.code();
  }

  private void scheduled(BackupSchedule schedule, CallerJobRunner jobs) {
    Instant next =
        schedule
            .next()
            .orElseThrow(
                () ->
                    new InputException(
                        "this workspace has no schedule; choose one in the window's Settings,"
                            + " Workspace, or name a file with --out"));
    if (schedule.isDue()) {
      write(schedule::run, jobs);
    } else {
      context.console().out().println("not due before " + WorkspaceText.time(next));
    }
  }

  private void write(JobWork<BackupSummary> work, CallerJobRunner jobs) {
    BackupSummary made =
        Failures.value(jobs.submit("backup", JobNeeds.LIGHT, work).outcome().orElseThrow());
    context.console().out().println(WorkspaceText.backedUp(made));
  }
}
