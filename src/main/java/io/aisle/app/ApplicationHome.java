package io.aisle.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Finds the folder that the program lies in. */
final class ApplicationHome {
  private ApplicationHome() {}

  /**
   * What the launchers say by the system property {@code aisle.home}; without it, the nearest
   * folder above the program's classes that has {@code sample-datasets}; else the current folder.
   */
  static Path find() {
    String said = System.getProperty("aisle.home");
    return said == null || said.isBlank() ? nearest(classes()) : Path.of(said);
  }

  private static Path nearest(Path classes) {
    for (Path at = classes; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("sample-datasets"))) {
        return at;
      }
    }
    return Path.of("");
  }

  private static Path classes() {
    CodeSource source = ApplicationHome.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? Path.of("") : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      return Path.of(""); // a location that is no URI is no folder either
    }
  }
}
