package io.aisle.domain.job;

/** Tells a computation that nobody waits for it any more. Thread-safe. */
@FunctionalInterface
public interface CancelSignal {
  /** A signal that is never raised. */
  CancelSignal NEVER = () -> false;

  boolean raised();

  /** To be called between batches, chunks and blocks. */
  default void check() {
    if (raised()) {
      throw new CancelledException();
    }
  }
}
