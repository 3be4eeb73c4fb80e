package io.aisle.core.job;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows a file or folder with the program that the system has for it. Thread-safe. */
public final class SystemOpener {
  /** A starter that lives longer than this has found its program. */
  private static final int PATIENCE_SECONDS = 4;

  private final List<String> command;

  /**
   * @param command what is started, with the path behind it
   */
  public SystemOpener(List<String> command) {
    this.command = List.copyOf(command);
  }

  /** What this system opens files with. */
  public static SystemOpener ofThisSystem() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return new SystemOpener(List.of("explorer.exe"));
    }
    return new SystemOpener(List.of(system.startsWith("mac") ? "open" : "xdg-open"));
  }

  /**
   * Opens a file or folder; blocks for at most a few seconds.
   *
   * @throws OperationException naming the path, so that it can be opened by hand
   */
  public void open(Path path) {
    List<String> line = new ArrayList<>(command);
    line.add(path.toString());
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      // the Windows one says 1 when all is well
      if (ended && process.exitValue() != 0 && !command.getFirst().startsWith("explorer")) {
        throw failure(path, null);
      }
    } catch (IOException e) {
      throw failure(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static OperationException failure(Path path, IOException cause) {
    return new OperationException(
        "This system has no program that opens %s; go there with one of your own.".formatted(path),
        cause);
  }
}
