package io.aisle.app.cli;

import io.aisle.core.training.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aisle report}: runs of one protocol as one self-contained HTML file. */
@Command(
    name = "report",
    description =
        "Writes runs of one protocol as one HTML file that needs nothing else: table, charts,"
            + " protocol, parameters, seeds, versions, and how to run them again.")
final class ReportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private RunFolders folders;

  @Mixin private BaselineOption baselines;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.html",
      description = "The file to write.")
  private Path out;

  ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<RunFolder> runs = folders.runs();
    context.wiring().comparisons().compare(runs); // refused before anything is tuned
    BaselineOption.Completed compared = baselines.complete(runs, context);
    context.wiring().reports().write(compared.runs(), compared.baselines(), out);
    context.console().out().println(out);
    return ExitCode.DONE.code();
  }
}
