package io.aisle.app;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.report.ReportService;
import java.time.Clock;

/**
 * Builds the services of one process, for the command line and the window alike. What a command
 * does not ask for is not made: only the data sets open the store of the workspace. Thread-safe.
 */
public final class Wiring implements AutoCloseable {
  private final AppPaths paths;

  public Wiring(AppPaths paths) {
    this.paths = paths;
  }

  public AppPaths paths() {
    return paths;
  }

  public ComparisonService comparisons() {
    return new ComparisonService();
  }

  public ReportService reports() {
    return new ReportService(comparisons(), Version.number(), Clock.systemUTC());
  }

  @Override
  public void close() {}
}
