package io.aisle.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** The whole command line: reads the arguments, runs the command, maps failures to exit codes. */
public final class CommandLineMain {
  private final Console console;
  private final RootCommand root;
  private final CommandLine line;
  private final Failures failures;

  public CommandLineMain(Console console, Desktop desktop) {
    this.console = console;
    this.root = new RootCommand(console, desktop);
    this.failures = new Failures(console, () -> Path.of("log"));
    this.line =
        new CommandLine(root)
            .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((thrown, command, parsed) -> failures.say(thrown).code())
            .setParameterExceptionHandler((thrown, arguments) -> failures.say(thrown).code());
    for (Object command : List.of()) {
      line.addSubcommand(command);
    }
  }

  /**
   * @return the exit code: 0 done, 2 bad input, 1 anything else
   */
  public int run(String... arguments) {
    try {
      return line.execute(arguments);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }
}
