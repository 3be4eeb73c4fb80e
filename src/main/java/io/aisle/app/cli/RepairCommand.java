package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.workspace.WorkspaceRepair;
import io.aisle.domain.data.RepairReport;
import io.aisle.domain.data.RepairReport.Outcome;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aisle repair}: a store that does not open. */
@Command(
    name = "repair",
    description = {
      "Reads the whole store of the workspace and says of each version of a data set whether it is",
      "whole. What can be saved of a damaged store is written into a new one, which takes its",
      "place; the damaged file is kept beside it. A sound store is left alone."
    })
final class RepairCommand implements Callable<Integer> {
  private final RootCommand root;

  @Option(
      names = "--dry-run",
      description =
          "Only says what there is and what could be saved; ends with 1 when the store is damaged.")
  private boolean dryRun;

  RepairCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    WorkspaceRepair repair = new WorkspaceRepair(root.paths().layout());
    RepairReport report = run(repair, dryRun ? WorkspaceRepair::examine : WorkspaceRepair::repair);
    Path store = repair.layout().store();
    root.console().out().print(RepairText.versions(report));
    if (report.outcome() == Outcome.HOPELESS) {
      root.console().say(RepairText.hopeless(store, repair.standIns()));
      return ExitCode.FAILED.code();
    }
    root.console().out().println(RepairText.said(report, store));
    return (report.outcome() == Outcome.REPAIRABLE ? ExitCode.FAILED : ExitCode.DONE).code();
  }

  private RepairReport run(
      WorkspaceRepair repair, BiFunction<WorkspaceRepair, JobControl, RepairReport> work) {
    try (ProgressLine progress = new ProgressLine(root.console(), "repair");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      return Failures.value(
          jobs.submit("repair", JobNeeds.LIGHT, control -> work.apply(repair, control))
              .outcome()
              .orElseThrow());
    }
  }
}
