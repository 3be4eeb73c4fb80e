package io.aisle.app.cli;

import io.aisle.core.bundle.RunBundles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle unbundle}: the run folder in a bundle. */
@Command(
    name = "unbundle",
    description =
        "Unpacks a run bundle into a new run folder, after checking every file against its"
            + " checksum.")
final class UnbundleCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "FILE.aisle-run", description = "A bundle that 'aisle bundle' wrote.")
  private Path bundle;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The run folder to make.")
  private Path out;

  UnbundleCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.console().out().println(new RunBundles().extract(bundle, out));
    return ExitCode.DONE.code();
  }
}
