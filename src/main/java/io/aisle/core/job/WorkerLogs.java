package io.aisle.core.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The log files of workers: one for each, the newest are kept. */
final class WorkerLogs {
  private static final int KEPT = 40;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

  private WorkerLogs() {}

  /** A new empty file in the folder, which is made when it is missing. */
  static Path next(Path folder) throws IOException {
    Files.createDirectories(folder);
    prune(folder);
    String name = "worker-" + LocalDateTime.now().format(STAMP) + "-";
    // the rest of the name keeps two that start in one millisecond apart
    return Files.createTempFile(folder, name, ".log");
  }

  private static void prune(Path folder) throws IOException {
    List<Path> logs;
    try (Stream<Path> files = Files.list(folder)) {
      logs =
          files
              .filter(file -> file.getFileName().toString().matches("worker-.*\\.log"))
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    for (Path old : logs.subList(Math.min(KEPT - 1, logs.size()), logs.size())) {
      Files.deleteIfExists(old);
    }
  }
}
