package io.aisle.testkit;

import io.aisle.app.worker.WorkerMain;
import io.aisle.core.job.ProcessLauncher;
import java.nio.file.Path;
import java.util.Map;

/** Real worker processes. */
public final class Workers {
  private Workers() {}

  /**
   * @param folder for their logs
   */
  public static ProcessLauncher real(Path folder) {
    return ProcessLauncher.likeThisProcess(
        WorkerMain.class,
        folder.resolve("logs"),
        Path.of("target/native").toAbsolutePath(),
        Path.of("").toAbsolutePath(),
        Map::of);
  }
}
