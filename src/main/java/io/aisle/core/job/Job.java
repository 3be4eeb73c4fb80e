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

  /** Whether {@link #pause} does anything. */
  boolean pausable();

  /**
   * Lets the job wait: at its next look at the cancel signal, or in the queue. It keeps its memory;
   * its cores go to whoever waits for them. A pause ends with the program. Returns at once.
   */
  void pause();

  /** Ends a pause as soon as the job's cores are free again. Returns at once. */
  void resume();

  /** Where a job stands. */
  enum State {
    /** For cores and memory, before it begins or after a pause. */
    WAITING,
    RUNNING,
    PAUSED,
    CANCELLING,
    ENDED
  }
}
