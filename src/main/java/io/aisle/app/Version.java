package io.aisle.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the program; the build writes it. */
public final class Version {
  private Version() {}

  /** Such as "0.1.0". */
  public static String number() {
    return property("version");
  }

  /** The day of its build, such as "2026-11-22". */
  public static String build() {
    return property("build").replaceFirst("T.*", "");
  }

  private static String property(String name) {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/io/aisle/version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the version of the program cannot be read", e);
    }
    return properties.getProperty(name, "");
  }
}
