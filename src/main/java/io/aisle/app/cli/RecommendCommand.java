package io.aisle.app.cli;

import io.aisle.core.export.ListExport;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.job.CancelSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aisle recommend}: what a run recommends, as TSV, CSV, Parquet or XLSX. */
@Command(
    name = "recommend",
    description = {
      "Writes what a run recommends to some or all users from their history at test time, as",
      "tab-separated user, rank, item, score. A file that ends in .csv, .parquet or .xlsx is",
      "written as such, with titles."
    })
final class RecommendCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "The run folder.")
  private Path folder;

  @Option(
      names = "--users",
      split = ",",
      paramLabel = "USER",
      description = "Only these users (default: all).")
  private List<String> users = List.of();

  @Option(
      names = "-k",
      defaultValue = "10",
      paramLabel = "K",
      description = "Length of the lists (default: ${DEFAULT-VALUE}).")
  private int k;

  @Option(
      names = "--min-history",
      defaultValue = "0",
      paramLabel = "N",
      description = "Leave out users with fewer interactions (default: ${DEFAULT-VALUE}).")
  private int minHistory;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write (default: standard output).")
  private Path out;

  @Mixin private LicenceOption licence;

  RecommendCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    RunFolder run = Folders.withModel(folder);
    if (out != null) {
      licence.require(run.path().toString(), run.licence());
      write(run, out);
      return ExitCode.DONE.code();
    }
    licence.remind(context.console(), run.path().toString(), run.licence());
    // not the system's folder for temporary files: others clean that, or nobody does
    Path spool = Files.createDirectories(context.wiring().paths().layout().spool());
    Path file = Files.createTempFile(spool, "lists", ".tsv");
    try {
      write(run, file);
      Files.copy(file, context.console().out());
    } finally {
      Files.deleteIfExists(file);
    }
    return ExitCode.DONE.code();
  }

  private void write(RunFolder run, Path file) {
    try (ProgressLine progress = new ProgressLine(context.console(), "");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      Failures.value(
          jobs.submit(
                  "recommend",
                  JobNeeds.LIGHT,
                  control ->
                      context
                          .wiring()
                          .exports()
                          .write(run, new ListExport(users, k, minHistory, file), control))
              .outcome()
              .orElseThrow());
    }
  }
}
