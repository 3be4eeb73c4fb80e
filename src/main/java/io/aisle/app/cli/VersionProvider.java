package io.aisle.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code aisle --version} prints; the build writes the number. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        VersionProvider.class.getResourceAsStream("/io/aisle/version.properties")) {
      properties.load(in);
    }
    return new String[] {"aisle " + properties.getProperty("version")};
  }
}
