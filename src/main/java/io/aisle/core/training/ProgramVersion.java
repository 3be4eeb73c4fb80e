package io.aisle.core.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the program that the build wrote. */
public final class ProgramVersion {
  private static final String FILE = "/io/aisle/version.properties";

  private ProgramVersion() {}

  public static String text() {
    try (InputStream in = ProgramVersion.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
