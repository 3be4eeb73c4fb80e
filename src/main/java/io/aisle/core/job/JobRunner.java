package io.aisle.core.job;

import java.util.List;

/**
 * Takes jobs. Two exist: a queue over background threads, and the caller's own thread (tests, CLI).
 */
public interface JobRunner extends AutoCloseable {
  <T> Job<T> submit(String title, JobNeeds needs, JobWork<T> work);

  /** Jobs that wait or run, and those that ended lately, newest first. A copy. */
  List<Job<?>> jobs();

  /** Cancels everything, waits a short grace period, and ends its threads. */
  @Override
  void close();
}
