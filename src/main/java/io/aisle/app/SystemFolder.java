package io.aisle.app;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the system wants programs to keep their data. */
final class SystemFolder {
  private SystemFolder() {}

  /**
   * The system's folder for the program's data; the system property {@code aisle.data} names
   * another one.
   */
  static String ofData() {
    return Optional.ofNullable(System.getProperty("aisle.data"))
        .orElseGet(
            () ->
                ofData(
                    System.getProperty("os.name"),
                    System.getProperty("user.home"),
                    System.getenv()));
  }

  static String ofData(String system, String userHome, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return said(environment, "LOCALAPPDATA").orElse(userHome + "\\AppData\\Local") + "\\Aisle";
    }
    if (os.startsWith("mac")) {
      return userHome + "/Library/Application Support/Aisle";
    }
    return said(environment, "XDG_DATA_HOME").orElse(userHome + "/.local/share") + "/aisle";
  }

  /** A variable that says something. */
  static Optional<String> said(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
