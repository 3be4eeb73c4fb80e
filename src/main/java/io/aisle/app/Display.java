package io.aisle.app;

import io.aisle.domain.OperationException;
import java.util.Locale;
import java.util.Map;

/** Whether a window can be opened here at all. */
final class Display {
  private Display() {}

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

  static OperationException none(Throwable cause) {
    return new OperationException(
        "there is no display to open the window on (DISPLAY is not set or cannot be reached); run"
            + " 'aisle demo' for the same journey without a window, or 'aisle --help' for all"
            + " commands",
        cause);
  }
}
