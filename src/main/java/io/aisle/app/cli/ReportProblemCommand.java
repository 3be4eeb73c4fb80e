package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.problem.ProblemReport;
import io.aisle.core.problem.ProblemService;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aisle report-problem}: what helps to find a fault, without what belongs to people. */
@Command(
    name = "report-problem",
    description =
        "Writes a zip file with log, errors, versions, machine and settings for those who help."
            + " Ids, names, paths and values of the data are taken out; nothing is sent anywhere.")
final class ReportProblemCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.zip",
      description = "The file to write.")
  private Path out;

  ReportProblemCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ProblemReport report;
    try (CallerJobRunner jobs = new CallerJobRunner(progress -> {}, CancelSignal.NEVER)) {
      report =
          Failures.value(
              jobs.submit("report", JobNeeds.LIGHT, service()::prepare).outcome().orElseThrow());
    }
    ProblemService.write(report, out);
    for (ProblemReport.Part part : report.parts()) {
      context.console().out().println(part.name() + "\t" + part.size());
    }
    return ExitCode.DONE.code();
  }

  /** A store that cannot be opened is no reason to have no report: it may be what to report. */
  private ProblemService service() {
    try {
      return context.wiring().problems();
    } catch (OperationException e) {
      context.console().say(e.getMessage() + " The report has no messages and no counts of data.");
      return context.wiring().problemsWithoutStore();
    }
  }
}
