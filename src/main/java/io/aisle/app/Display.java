package io.aisle.app;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Opens the window, or says why it cannot be opened here. */
final class Display {
  /** Kept here: the toolkit complains on the console that it was not loaded as a module. */
  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  private Display() {}

  /**
   * Opens the window and returns when it has been closed.
   *
   * @return the exit code
   * @throws OperationException when there is no display, or the workspace cannot be opened
   */
  static int open(OpenRequest request) {
    require(System.getenv());
    TOOLKIT.setLevel(Level.SEVERE);
    Pipeline.choose();
    try {
      Application.launch(WorkbenchApp.class, request.parameters().toArray(String[]::new));
      return 0;
    } catch (UnsupportedOperationException e) {
      throw none(e); // the toolkit could not reach the display
    } catch (UnsatisfiedLinkError e) {
      throw new OperationException(
          "the window cannot be opened because GTK 3 is missing; install it (Debian and Ubuntu:"
              + " apt-get install libgtk-3-0) or run 'aisle demo', which needs no window",
          e);
    } catch (RuntimeException e) {
      throw told(e);
    }
  }

  /** What the program itself has thrown, out of what the toolkit has wrapped around it. */
  private static RuntimeException told(RuntimeException thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof InputException || at instanceof OperationException) {
        return (RuntimeException) at;
      }
    }
    return thrown;
  }

  /**
   * @param environment of the process
   * @throws OperationException with the way out, when there is no display
   */
  static void require(Map<String, String> environment) {
    boolean headlessToolkit = "Headless".equalsIgnoreCase(System.getProperty("glass.platform", ""));
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean alwaysHasOne = system.startsWith("windows") || system.startsWith("mac");
    if (!headlessToolkit && !alwaysHasOne && environment.getOrDefault("DISPLAY", "").isBlank()) {
      throw none(null);
    }
  }

  private static OperationException none(Throwable cause) {
    return new OperationException(
        "there is no display to open the window on (DISPLAY is not set or cannot be reached); run"
            + " 'aisle demo' for the same journey without a window, or 'aisle --help' for all"
            + " commands",
        cause);
  }
}
