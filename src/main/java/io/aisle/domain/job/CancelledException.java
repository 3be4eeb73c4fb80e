package io.aisle.domain.job;

/** Thrown out of a computation whose {@link CancelSignal} was raised. Not a failure. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("cancelled");
  }
}
