package io.aisle.core.job;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;
import java.nio.file.Path;

/** What a running job is given: where to say how far it is, and whether to stop. Thread-safe. */
public interface JobControl extends ProgressListener, CancelSignal {
  /** Says in which file the job, or its worker, tells what it does. */
  default void logsTo(Path file) {}

  /**
   * Says how much memory the job holds, as soon as that is known better than when it was submitted.
   *
   * @param memoryMb of this process for it and of its worker, MiB
   */
  default void holds(long memoryMb) {}

  /**
   * Waits until that much memory is free beside what other jobs hold, and takes it in place of what
   * was asked for before. While it waits the job holds nothing and lends its cores. Call it before
   * anything big is begun.
   *
   * @param memoryMb of this process for it and of its worker, MiB
   * @throws io.aisle.domain.job.CancelledException when it was cancelled meanwhile
   */
  default void claim(long memoryMb) {}

  /**
   * Asks to be told when the job is cancelled, for work that cannot look at the signal while it
   * waits for something else. The hook runs on the thread that cancels, at once when that has
   * happened already; it must be quick and throw nothing. The newest hook replaces the one before.
   */
  default void onCancel(Runnable hook) {}
}
