package io.aisle.app;

import io.aisle.app.cli.CommandLineMain;
import io.aisle.app.cli.Console;
import java.io.PrintStream;

/**
 * The main class of the program. It does not extend the toolkit's application class: such a main
 * class cannot be started from the class path.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    System.exit(CommandLineMain.run(Console.system(), Display::open, arguments));
  }

  /**
   * Runs one command inside this process.
   *
   * @param out receives data
   * @param err receives sentences
   * @return the exit code: 0 done, 2 bad input, 1 anything else
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    return CommandLineMain.run(new Console(out, err, false), Display::open, arguments);
  }
}
