package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.lists.ListsService;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.run.RunRecord;
import java.util.function.BiFunction;

/** Makes a run from finished runs, with progress, and prints it. */
final class ListsJob {
  private ListsJob() {}

  static Integer run(
      CommandContext context, String title, BiFunction<ListsService, JobControl, RunRecord> work) {
    RunRecord record;
    try (ListsService lists = context.wiring().lists();
        ProgressLine progress = new ProgressLine(context.console(), "");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      record =
          Failures.value(
              jobs.submit(title, JobNeeds.LIGHT, control -> work.apply(lists, control))
                  .outcome()
                  .orElseThrow());
    }
    context.console().out().print(RunText.of(record));
    return ExitCode.DONE.code();
  }
}
