package io.aisle.core.job;

import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A piece of background work that was submitted. Thread-safe; the user interface polls it.
 *
 * @param <T> its result
 */
public interface Job<T> {
  /** Number within this session, from 1. */
  long id();

  /** What it is, in the user's words. */
  String title();

  State state();

  /** The newest progress. */
  Progress progress();

  Instant submitted();

  /** When it began to run; empty while it waits, and for one that was cancelled before. */
  Optional<Instant> started();

  /** When it ended. */
  Optional<Instant> finished();

  /** Files in which it, or its worker, tells what it does; the first is the one for people. */
  List<Path> logs();

  /** Present once it has ended. */
  Optional<JobOutcome<T>> outcome();

  /** Completes with the outcome on a thread of the runner; never exceptionally. */
  CompletionStage<JobOutcome<T>> ended();

  /** Raises the cancel signal, or takes the job out of the queue. Returns at once. */
  void cancel();

  /** Where a job stands. */
  enum State {
    WAITING,
    RUNNING,
    CANCELLING,
    ENDED
  }
}
