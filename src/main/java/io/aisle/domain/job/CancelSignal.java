package io.aisle.domain.job;

/**
 * Tells a computation that nobody waits for it any more, or that it shall wait a while.
 * Thread-safe.
 */
@FunctionalInterface
public interface CancelSignal {
  /** A signal that is never raised. */
  CancelSignal NEVER = () -> false;

  boolean raised();

  /** Whether the computation shall wait: {@link #check} then returns later. */
  default boolean paused() {
    return false;
  }

  /** To be called between batches, chunks and blocks. */
  default void check() {
    if (raised()) {
      throw new CancelledException();
    }
  }
}
