package io.aisle.app.cli;

import io.aisle.app.Logging;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The whole command line: reads the arguments, runs the command, maps failures to exit codes. */
public final class CommandLineMain {
  private final Console console;
  private final RootCommand root;
  private final CommandLine line;
  private final Failures failures;

  private CommandLineMain(Console console, Desktop desktop) {
    this.console = console;
    root = new RootCommand(console, desktop);
    failures = new Failures(console, this::logs);
    line = new CommandLine(root);
    for (Object command :
        List.of(
            new DemoCommand(root),
            new ImportCommand(root),
            new CleanCommand(root),
            new VersionsCommand(root),
            new CompareVersionsCommand(root),
            new ProfileCommand(root),
            new SqlCommand(root),
            new EraseUserCommand(root),
            new RunCommand(root),
            new TuneCommand(root),
            new CompareCommand(root),
            new SlicesCommand(root),
            new RobustnessCommand(root),
            new ImportRunCommand(root),
            new RerankCommand(root),
            new FuseCommand(root),
            new RecommendCommand(root),
            new ExplainCommand(root),
            new NeighboursCommand(root),
            new MapCommand(root),
            new ReportCommand(root),
            new BundleCommand(root),
            new UnbundleCommand(root),
            new BackupCommand(root),
            new RestoreCommand(root),
            new RepairCommand(root),
            new EncryptCommand(root),
            new DecryptCommand(root),
            new ChangePassphraseCommand(root),
            new ReportProblemCommand(root),
            new DevicesCommand(root),
            new BenchCommand(root))) {
      line.addSubcommand(command);
    }
    line.registerConverter(Path.class, root.passphrases());
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(this::execute);
    line.setExecutionExceptionHandler((thrown, command, parsed) -> failures.say(thrown).code());
    line.setParameterExceptionHandler((thrown, arguments) -> failures.say(thrown).code());
  }

  /**
   * Runs one command, or the window, and waits for its end.
   *
   * @param desktop opens the window when no command is named
   * @return the exit code: 0 done, 2 bad input, 1 anything else
   */
  public static int run(Console console, Desktop desktop, String... arguments) {
    return WindowLine.of(arguments)
        .map(line -> line.run(console, desktop))
        .orElseGet(() -> new CommandLineMain(console, desktop).run(arguments));
  }

  private int run(String... arguments) {
    try {
      return line.execute(arguments);
    } catch (Error | RuntimeException thrown) {
      // what picocli lets through: errors, and what is thrown before the command itself runs
      return failures.say(thrown).code();
    } finally {
      root.close();
      console.out().flush();
      console.err().flush();
    }
  }

  /** The log lies in the workspace, which is known from here on. */
  private int execute(ParseResult parsed) {
    Logging.start(root.paths());
    return new RunLast().execute(parsed);
  }

  private Path logs() {
    return root.paths().logs();
  }
}
