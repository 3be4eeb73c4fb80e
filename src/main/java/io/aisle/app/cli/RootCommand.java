package io.aisle.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code aisle} itself: what holds for every command. */
@Command(
    name = "aisle",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = {
      "A desktop workbench for analysts of e-commerce search and recommendation.",
      "Without a command it opens the window."
    },
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:something went wrong", "2:bad input or usage"})
final class RootCommand implements Callable<Integer> {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder of the workspace (default: $AISLE_HOME, else the system's place).")
  private Path workspace;

  private final Console console;
  private final Desktop desktop;

  RootCommand(Console console, Desktop desktop) {
    this.console = console;
    this.desktop = desktop;
  }

  @Override
  public Integer call() {
    return desktop.open(workspace());
  }

  Console console() {
    return console;
  }

  Optional<Path> workspace() {
    return Optional.ofNullable(workspace);
  }
}
