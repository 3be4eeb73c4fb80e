package io.aisle.core.job;

import java.util.Map;

/** Versions that a worker reports; cheap to find out. */
public final class Versions {
  private Versions() {}

  public static Map<String, String> ofThisJvm() {
    return Map.of(
        "java", Runtime.version().toString(),
        "system", System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "processor", System.getProperty("os.arch"));
  }
}
