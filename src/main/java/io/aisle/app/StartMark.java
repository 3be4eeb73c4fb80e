package io.aisle.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that lies in the workspace while a start is not known to have gone well. The next start
 * finds it when this one failed or was killed. Confined to one thread.
 */
final class StartMark {
  private static final Logger LOG = LoggerFactory.getLogger(StartMark.class);

  private final Path file;
  private final boolean leftBehind;

  StartMark(Path workspace) {
    file = workspace.resolve("starting");
    leftBehind = Files.exists(file);
  }

  /** Whether the start before did not go well. */
  boolean leftBehind() {
    return leftBehind;
  }

  /** A start begins. Without the file a failure is not noticed; that is no reason not to start. */
  void set() {
    try {
      Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
    } catch (IOException e) {
      LOG.warn("{} cannot be written", file, e);
    }
  }

  /** The start has gone well. */
  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be removed", file, e);
    }
  }
}
