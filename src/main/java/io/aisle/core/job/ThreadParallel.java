package io.aisle.core.job;

import io.aisle.domain.job.Parallel;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A fixed set of threads for loops: the caller's (worker 0) and {@code threads - 1} daemon threads.
 * Piece {@code i} of a loop always covers {@code [from + i*grain, from + (i+1)*grain)}, whichever
 * thread takes it. A loop costs a few microseconds, for idle threads look around briefly before
 * they sleep. A loop inside a body runs on the thread of that body alone. Thread-safe: loops of two
 * callers run one after the other.
 */
public final class ThreadParallel implements Parallel, AutoCloseable {
  /** How often an idle thread looks before it sleeps; about 20 microseconds. */
  private static final int LOOKS = 500;

  private final Helper[] helpers;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Loop current;
  private volatile boolean closed;

  /**
   * @param threads at least 1; with 1 no thread is started
   */
  public ThreadParallel(int threads) {
    helpers = new Helper[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(i + 1);
      helpers[i].start();
    }
  }

  @Override
  public int threads() {
    return helpers.length + 1;
  }

  @Override
  public void forRange(int from, int to, int grain, Body body) {
    if (grain < 1) {
      throw new IllegalArgumentException("grain " + grain);
    }
    if (from >= to) {
      return;
    }
    Loop loop = new Loop(from, to, grain, body);
    if (Thread.currentThread() instanceof Helper helper && helper.serves(this)) {
      loop.help(helper.number);
      loop.rethrow();
      return;
    }
    boolean nested = turn.isHeldByCurrentThread();
    turn.lock();
    try {
      if (!nested && !closed) {
        callHelpers(loop);
      }
      loop.help(0);
      loop.awaitEnd();
    } finally {
      if (!nested) {
        current = null;
      }
      turn.unlock();
    }
    loop.rethrow();
  }

  private void callHelpers(Loop loop) {
    current = loop;
    int wanted = Math.min(helpers.length, loop.pieces() - 1);
    for (int i = 0; i < wanted; i++) {
      helpers[i].wake();
    }
  }

  /** The threads besides the caller's. */
  List<Thread> helpers() {
    return List.of(helpers);
  }

  /** Ends the threads. A loop after that runs on the caller's thread alone. */
  @Override
  public void close() {
    closed = true;
    for (Helper helper : helpers) {
      helper.wake();
    }
  }

  private final class Helper extends Thread {
    private final int number;
    private volatile boolean asleep;

    Helper(int number) {
      super("loop-" + number);
      this.number = number;
      setDaemon(true);
      setUncaughtExceptionHandler(Failures.uncaught());
    }

    boolean serves(ThreadParallel group) {
      return ThreadParallel.this == group;
    }

    void wake() {
      if (asleep) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      int looks = 0;
      while (!closed) {
        Loop loop = current;
        if (loop != null && loop.open()) {
          loop.help(number);
          looks = 0;
        } else if (++looks < LOOKS) {
          Thread.onSpinWait();
        } else {
          sleep();
        }
      }
    }

    /** The flag is up before the last look, so that a loop published meanwhile wakes us. */
    private void sleep() {
      asleep = true;
      Loop loop = current;
      if (!closed && (loop == null || !loop.open())) {
        LockSupport.park(ThreadParallel.this);
      }
      asleep = false;
    }
  }
}
