package io.aisle.domain.job;

/** Receives progress on the thread that does the work; must return at once. */
@FunctionalInterface
public interface ProgressListener {
  ProgressListener NONE = progress -> {};

  void at(Progress progress);
}
