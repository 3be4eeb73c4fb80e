package io.aisle.app.cli;

import io.aisle.core.bundle.RunBundles;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle bundle}: a run as one file. */
@Command(
    name = "bundle",
    description =
        "Packs a run into one file to hand over: data, settings, figures, lists and weights, with"
            + " a checksum of each. 'aisle FILE.aisle-run' opens it in the window.")
final class BundleCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "DIR", description = "A folder that 'aisle run --out' wrote.")
  private Path folder;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.aisle-run",
      description = "The bundle to write; one that is there is replaced.")
  private Path out;

  @Mixin private LicenceOption licence;

  BundleCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!RunBundles.isNamedLikeOne(out.toString())) {
      throw new InputException(
          "%s must end in %s, so that the desktop knows what it is"
              .formatted(out, RunBundles.SUFFIX));
    }
    RunFolder run = Folders.run(folder);
    licence.require(run.path().toString(), run.licence());
    new RunBundles().write(run, out);
    context.console().out().println(out);
    return ExitCode.DONE.code();
  }
}
