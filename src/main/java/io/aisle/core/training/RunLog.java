package io.aisle.core.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code log.txt}: what happened, line by line with the time (UTC). Confined to one thread. */
record RunLog(Path file) {
  void line(String text) {
    String line = Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + text + "\n";
    try {
      Files.writeString(
          file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw Disk.failure(file, "written", e);
    }
  }
}
