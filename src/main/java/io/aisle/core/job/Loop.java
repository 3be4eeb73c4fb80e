package io.aisle.core.job;

import io.aisle.domain.job.Parallel.Body;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * One loop of {@link ThreadParallel}. Threads take pieces until none is left; the thread that made
 * it waits until every piece has ended. After an exception the pieces not yet begun are skipped.
 */
final class Loop {
  private static final int LOOKS = 500;

  private final int from;
  private final int to;
  private final int grain;
  private final Body body;
  private final int pieces;
  private final Thread owner = Thread.currentThread();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger left;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /**
   * @param to above {@code from}
   */
  Loop(int from, int to, int grain, Body body) {
    this.from = from;
    this.to = to;
    this.grain = grain;
    this.body = body;
    this.pieces = (int) Math.ceilDiv((long) to - from, grain);
    this.left = new AtomicInteger(pieces);
  }

  int pieces() {
    return pieces;
  }

  /** Whether a piece is left to take. */
  boolean open() {
    return taken.get() < pieces;
  }

  /** Runs pieces under this worker's number until none is left to take. Throws nothing. */
  void help(int worker) {
    while (open()) {
      int piece = taken.getAndIncrement();
      if (piece >= pieces) {
        return;
      }
      run(piece, worker);
      if (left.decrementAndGet() == 0 && !owner.equals(Thread.currentThread())) {
        LockSupport.unpark(owner);
      }
    }
  }

  private void run(int piece, int worker) {
    if (failure.get() != null) {
      return;
    }
    long start = from + (long) piece * grain;
    try {
      body.run((int) start, (int) Math.min(to, start + grain), worker);
    } catch (Throwable e) { // crosses to the owner, which throws it
      failure.compareAndSet(null, e);
    }
  }

  /** Waits for pieces that other threads have taken. An interrupt is kept for later. */
  void awaitEnd() {
    boolean interrupted = false;
    for (int looks = 0; left.get() > 0; looks++) {
      if (looks < LOOKS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      owner.interrupt();
    }
  }

  /** Throws what the first failing piece threw. */
  void rethrow() {
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e ->
          throw new IllegalStateException("a loop body threw a checked exception", e);
    }
  }
}
