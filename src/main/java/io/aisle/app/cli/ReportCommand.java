package io.aisle.app.cli;

import io.aisle.core.report.pin.Pin;
import io.aisle.core.report.pin.Pinboard;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aisle report}: runs of one protocol as one self-contained file. */
@Command(
    name = "report",
    description =
        "Writes runs of one protocol as one file that needs nothing else: table, charts, protocol,"
            + " parameters, seeds, versions, and how to run them again.")
final class ReportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private RunFolders folders;

  @Mixin private BaselineOption baselines;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.html",
      description =
          "The file to write: .html, .pdf, .xlsx (every figure unrounded) or .csv (the metrics).")
  private Path out;

  @Option(
      names = "--pins",
      paramLabel = "DIR",
      description = "Pinned views that stand in it too, such as the workspace's folder pins.")
  private Optional<Path> pins = Optional.empty();

  ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<RunFolder> runs = folders.runs();
    context.wiring().comparisons().compare(runs); // refused before anything is tuned
    BaselineOption.Completed compared = baselines.complete(runs, context);
    context.wiring().reports().write(compared.runs(), compared.baselines(), pinned(), out);
    context.console().out().println(out);
    return ExitCode.DONE.code();
  }

  private List<Pin> pinned() {
    if (pins.isPresent() && !Files.isDirectory(pins.get())) {
      throw new InputException(
          "--pins %s is no folder; name the folder of the pinned views".formatted(pins.get()));
    }
    return pins.map(folder -> new Pinboard(folder, Clock.systemUTC()).pins()).orElse(List.of());
  }
}
