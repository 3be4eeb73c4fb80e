package io.aisle.app.cli;

import io.aisle.app.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code aisle --version} prints. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"aisle " + Version.number()};
  }
}
