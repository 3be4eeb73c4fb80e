package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The parent's end of a worker. Thread-safe; calls are answered one at a time, in the order in
 * which they came. A worker keeps what it has loaded between calls.
 */
public interface WorkerLink extends AutoCloseable {
  /** What the worker said of itself when it started. */
  WorkerHello hello();

  /**
   * Runs an operation in the worker and waits for its result. Progress and events arrive on the
   * calling thread. When {@code cancel} is raised the worker is told; one that does not stop within
   * the grace period is killed, and the link is dead. While {@code cancel} is paused the worker
   * waits at the operation's next look at its own signal; it keeps what it has in memory.
   *
   * @param args what the operation wants; never null
   * @throws io.aisle.domain.InputException as thrown by the operation
   * @throws io.aisle.domain.OperationException as thrown by the operation, for any other exception
   *     in it, and when the worker has died; the sentence then names its log
   * @throws io.aisle.domain.job.CancelledException when it was cancelled
   */
  JsonNode call(String operation, JsonNode args, WorkerEvents events, CancelSignal cancel);

  /** The file in which the worker keeps its log; empty when it has none of its own. */
  default Optional<Path> log() {
    return Optional.empty();
  }

  /** Whether it can still be called. */
  boolean alive();

  /**
   * Resident memory of the worker at its highest so far, MiB; 0 when it has no memory of its own.
   */
  long peakMemoryMb();

  /** Ends the worker. Returns when it is gone. */
  @Override
  void close();
}
