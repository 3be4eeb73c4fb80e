package io.aisle.core.job;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;

/** Where a computation waits while it is paused. Thread-safe; any number of threads may wait. */
final class PauseGate {
  private volatile boolean closed;
  private long since;
  private long paused;

  synchronized void close() {
    if (!closed) {
      closed = true;
      since = System.nanoTime();
    }
  }

  synchronized void open() {
    if (closed) {
      closed = false;
      paused += System.nanoTime() - since;
      notifyAll();
    }
  }

  /** Nanoseconds for which it was closed so far. */
  synchronized long nanos() {
    return closed ? paused + System.nanoTime() - since : paused;
  }

  /** Waits until it is open; throws when the computation was cancelled. Cheap when it is open. */
  void pass(CancelSignal cancel) {
    if (closed) {
      await();
    }
    if (cancel.raised()) {
      throw new CancelledException();
    }
  }

  private synchronized void await() {
    try {
      while (closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
