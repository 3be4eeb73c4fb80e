package io.aisle.testkit;

import io.aisle.app.worker.WorkerMain;
import io.aisle.core.job.Job;
import io.aisle.core.job.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Real worker processes. */
public final class Workers {
  private static final DateTimeFormatter LOGGED =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  private Workers() {}

  /**
   * The process of a job's last worker: the child of this process that writes the worker's log or,
   * where the system does not tell, that began when the log did. Other tests may have workers at
   * the same time.
   */
  public static ProcessHandle process(Job<?> job) {
    Path log = job.logs().getLast();
    List<ProcessHandle> children = ProcessHandle.current().children().toList();
    return children.stream()
        .filter(child -> writes(child, log))
        .findFirst()
        .or(
            () ->
                children.stream().min(Comparator.comparing(child -> apart(child, beginning(log)))))
        .orElseThrow();
  }

  private static boolean writes(ProcessHandle child, Path log) {
    try {
      Path errors = Path.of("/proc", Long.toString(child.pid()), "fd", "2");
      return Files.exists(errors) && Files.isSameFile(errors, log);
    } catch (IOException e) {
      return false; // it is gone, or is not ours to look into
    }
  }

  private static Instant beginning(Path log) {
    String name = log.getFileName().toString();
    return LocalDateTime.parse(name.substring("worker-".length()).substring(0, 19), LOGGED)
        .atZone(ZoneId.systemDefault())
        .toInstant();
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
