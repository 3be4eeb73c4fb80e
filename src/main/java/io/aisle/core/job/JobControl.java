package io.aisle.core.job;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;
import java.nio.file.Path;

/** What a running job is given: where to say how far it is, and whether to stop. Thread-safe. */
public interface JobControl extends ProgressListener, CancelSignal {
  /** Says in which file the job, or its worker, tells what it does. */
  default void logsTo(Path file) {}
}
