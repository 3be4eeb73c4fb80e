package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.lineage.LineageService;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.VersionName;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aisle versions}: the versions of data sets and where they come from. */
@Command(
    name = "versions",
    description = {
      "Lists the versions of the workspace's data sets; of one data set or version also where each",
      "comes from: files, steps with what they took away, and the runs that learned from it."
    })
final class VersionsCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATASET",
      description = "Data set, or a version of it such as shop:2 (default: all data sets).")
  private String dataset;

  VersionsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var datasets = context.wiring().datasets();
    if (dataset == null) {
      context
          .console()
          .out()
          .print(VersionText.table(datasets.versions(), id -> datasets.origin(id)));
      return ExitCode.DONE.code();
    }
    VersionName wanted = VersionName.parse(dataset);
    String name = datasets.require(dataset).dataset();
    List<DatasetVersion> versions =
        datasets.versions().stream()
            .filter(each -> each.dataset().equals(name))
            .filter(each -> wanted.version().isEmpty() || wanted.fits(each))
            .toList();
    try (CallerJobRunner jobs = new CallerJobRunner()) {
      LineageService lineages = context.wiring().lineage(context.wiring().training(jobs));
      context.console().out().print(VersionText.table(versions, id -> datasets.origin(id)));
      for (DatasetVersion version : versions) {
        context.console().out().println();
        context.console().out().print(VersionText.lineage(version, lineages.of(version.id())));
      }
    }
    return ExitCode.DONE.code();
  }
}
