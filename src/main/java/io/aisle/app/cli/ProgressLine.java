package io.aisle.app.cli;

import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.job.Remaining;
import java.util.Locale;

/**
 * One line on a terminal's standard error that is written over as the work goes on; nothing where
 * nobody watches. Thread-safe.
 */
final class ProgressLine implements ProgressListener, AutoCloseable {
  private static final long BETWEEN_NANOS = 100_000_000L;

  private final Console console;
  private final String title;
  private long written;
  private int width;

  ProgressLine(Console console, String title) {
    this.console = console;
    this.title = title;
    this.written = System.nanoTime() - BETWEEN_NANOS;
  }

  @Override
  public synchronized void at(Progress progress) {
    long now = System.nanoTime();
    if (!console.terminal() || now - written < BETWEEN_NANOS) {
      return;
    }
    written = now;
    String text = text(title, progress);
    console.err().print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
    console.err().flush();
    width = text.length();
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    if (width > 0) {
      console.err().print("\r" + " ".repeat(width) + "\r");
      console.err().flush();
      width = 0;
    }
  }

  private static String left(Remaining remaining) {
    if (!remaining.known()) {
      return "";
    }
    String most = time(remaining.most());
    return remaining.exact()
        ? ", %s left".formatted(most)
        : ", %s to %s left".formatted(time(remaining.least()), most);
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : "%d:%02d min".formatted(whole / 60, whole % 60);
  }

  static String text(String title, Progress progress) {
    String name = title.isEmpty() ? "" : title + ": ";
    if (progress.total() > 0) {
      return String.format(
          Locale.ROOT,
          "%s%s %,d of %,d (%.0f%%)%s",
          name,
          progress.phase(),
          progress.done(),
          progress.total(),
          100 * progress.fraction(),
          left(progress.remaining()));
    }
    return progress.done() > 0
        ? String.format(Locale.ROOT, "%s%s %,d", name, progress.phase(), progress.done())
        : name + progress.phase();
  }
}
