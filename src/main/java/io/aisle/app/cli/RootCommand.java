package io.aisle.app.cli;

import io.aisle.app.AppPaths;
import io.aisle.app.OpenRequest;
import io.aisle.app.Wiring;
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
      "Without a command it opens the window; with a run bundle (FILE.aisle-run) it also brings"
          + " the run into the workspace and shows it."
    },
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:something went wrong", "2:bad input or usage"})
final class RootCommand implements Callable<Integer>, CommandContext {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Folder of the workspace (default: $AISLE_HOME, else the one chosen in the window, else"
              + " the system's place).")
  private String workspace;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "File whose first line is the passphrase of an encrypted workspace (default:"
              + " $AISLE_PASSPHRASE_FILE, else it is asked for).")
  private Path passphraseFile;

  private final Passphrases passphrases = new Passphrases(() -> passphraseFile);
  private final Console console;
  private final Desktop desktop;
  private Wiring wiring;

  RootCommand(Console console, Desktop desktop) {
    this.console = console;
    this.desktop = desktop;
  }

  @Override
  public Integer call() {
    return desktop.open(new OpenRequest(paths(), Optional.empty()));
  }

  @Override
  public Console console() {
    return console;
  }

  @Override
  public Wiring wiring() {
    if (wiring == null) {
      wiring = new Wiring(paths());
    }
    return wiring;
  }

  /** Where everything lies; its passphrase is asked for when a file is first opened. */
  AppPaths paths() {
    AppPaths paths = AppPaths.of(workspace().or(() -> passphrases.met().map(Path::toString)));
    passphrases.serve(paths.workspace());
    return paths;
  }

  Passphrases passphrases() {
    return passphrases;
  }

  /** Ends what the command has started. */
  void close() {
    if (wiring != null) {
      wiring.close();
    }
    passphrases.close();
  }

  Optional<String> workspace() {
    return Optional.ofNullable(workspace);
  }
}
