package io.aisle.core.job;

import io.aisle.domain.OperationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Whether the process of a worker still is well.
 *
 * @param log where it writes what it does
 */
record WorkerPulse(Process process, WorkerInbox inbox, Path log) {
  /** Exit code of a process that SIGKILL ended. */
  private static final int KILLED = 137;

  /**
   * Ends the process when it is not well.
   *
   * @param doing what it was asked for, for the sentence
   * @param limit how long it may say nothing
   * @throws OperationException when it has ended or was silent for too long
   */
  void check(String doing, Duration limit) throws InterruptedException {
    if (inbox.exhausted()) {
      boolean gone = process.waitFor(2, TimeUnit.SECONDS);
      process.destroyForcibly();
      String how = gone ? ending(process.exitValue()) : "closed its output";
      throw new OperationException(
          "The worker (process %d) %s while it %s; its log is %s."
              .formatted(process.pid(), how, doing, log));
    }
    if (inbox.silence().compareTo(limit) > 0) {
      process.destroyForcibly();
      throw new OperationException(
          "The worker (process %d) gave no sign of life for %d seconds while it %s and was ended; its log is %s."
              .formatted(process.pid(), limit.toSeconds(), doing, log));
    }
  }

  private static String ending(int code) {
    return switch (code) {
      case KILLED -> "was killed from outside (often because the memory ran out)";
      case WorkerServer.NO_MEMORY -> "ran out of memory";
      default -> "ended with code " + code;
    };
  }
}
