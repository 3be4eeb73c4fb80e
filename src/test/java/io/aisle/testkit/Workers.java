package io.aisle.testkit;

import io.aisle.app.worker.WorkerMain;
import io.aisle.core.job.Job;
import io.aisle.core.job.ProcessLauncher;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;

/** Real worker processes. */
public final class Workers {
  private static final DateTimeFormatter LOGGED =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  private Workers() {}

  /**
   * The process of a job's last worker: the child of this process that began when the worker's log
   * did. Other tests may have workers at the same time.
   */
  public static ProcessHandle process(Job<?> job) {
    String log = job.logs().getLast().getFileName().toString();
    Instant began =
        LocalDateTime.parse(log.substring("worker-".length()).substring(0, 19), LOGGED)
            .atZone(ZoneId.systemDefault())
            .toInstant();
    return ProcessHandle.current()
        .children()
        .min(Comparator.comparing(child -> apart(child, began)))
        .orElseThrow();
  }

  private static Duration apart(ProcessHandle child, Instant began) {
    return Duration.between(child.info().startInstant().orElseThrow(), began).abs();
  }

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
