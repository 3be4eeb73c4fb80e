package io.aisle.core.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log files of workers: one for each, the newest are kept. */
final class WorkerLogs {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerLogs.class);
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

  /**
   * Appends to a log what a worker says on its error stream, to its end, on a thread of its own.
   */
  static void follow(InputStream errors, Path log, long pid) {
    Thread.ofPlatform()
        .daemon()
        .name("log-" + pid)
        .uncaughtExceptionHandler(Failures.uncaught())
        .start(() -> append(errors, log));
  }

  private static void append(InputStream errors, Path log) {
    try (errors;
        OutputStream out = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
      long unused = errors.transferTo(out);
    } catch (IOException e) {
      LOG.warn("the log {} is not complete", log, e);
    }
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
