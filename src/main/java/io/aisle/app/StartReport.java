package io.aisle.app;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Writes how long the program took to its first frame, when the system property {@code
 * aisle.start.report} names a file; {@code installers/measure-start} reads it. FX thread only.
 */
final class StartReport implements Runnable {
  private final Path file;
  private final long start;
  private final Scene scene;
  private final long shown;
  private boolean laidOut;

  private StartReport(Path file, long start, Scene scene) {
    this.file = file;
    this.start = start;
    this.scene = scene;
    this.shown = System.currentTimeMillis();
  }

  /**
   * Watches a scene that was just shown; does nothing when nobody has asked for a report.
   *
   * <p>The time counts from {@code aisle.start.at} (milliseconds since 1970), which whoever starts
   * the process takes before: a process knows its own start to a second only, and not what the
   * launcher did before it.
   */
  static void watch(Scene scene) {
    Optional.ofNullable(System.getProperty("aisle.start.report"))
        .ifPresent(
            file ->
                scene.addPostLayoutPulseListener(
                    new StartReport(Path.of(file), Long.getLong("aisle.start.at", 0), scene)));
  }

  /**
   * After the layout of each pulse. The first pulse hands the scene over to be drawn, the second
   * begins only when that is done: its time is the first frame's.
   */
  @Override
  public void run() {
    if (!laidOut) {
      laidOut = true;
      Platform.requestNextPulse();
      return;
    }
    long now = System.currentTimeMillis();
    scene.removePostLayoutPulseListener(this);
    try {
      Files.writeString(
          file,
          String.format(Locale.ROOT, "shown\t%d%nfirst frame\t%d%n", shown - start, now - start));
    } catch (IOException e) {
      throw new OperationException(
          file + " cannot be written; name another file for the report of the start", e);
    }
  }
}
