package io.aisle.core.job;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Hands pieces from a thread that makes them to the caller's, which takes them in the order in
 * which they were made, so that both work at the same time. A few pieces wait between the two at
 * most. Neither thread is ever interrupted.
 *
 * @param <T> a piece
 */
public final class Relay<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private final int room;
  private boolean made;
  private boolean dropped;
  private Throwable failure;

  private Relay(int room) {
    this.room = room;
  }

  /** Makes pieces. */
  @FunctionalInterface
  public interface Maker<T> {
    /**
     * Runs on a thread of its own.
     *
     * @param out takes a piece as soon as there is room for it; throws when nobody wants more,
     *     which the maker lets pass
     */
    void make(Consumer<T> out);
  }

  /**
   * Returns when everything that was made has been taken. What the maker throws is thrown here
   * after that; what the taker throws is thrown here when the maker has stopped.
   *
   * @param name of the maker's thread
   * @param room pieces that may wait, at least 1
   */
  public static <T> void run(String name, int room, Maker<T> maker, Consumer<T> taker) {
    Relay<T> relay = new Relay<>(room);
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .uncaughtExceptionHandler(Failures.uncaught())
            .start(() -> relay.make(maker));
    try {
      for (T piece = relay.next(); piece != null; piece = relay.next()) {
        taker.accept(piece);
      }
    } finally {
      relay.drop();
      join(thread);
    }
    relay.rethrow();
  }

  private void make(Maker<T> maker) {
    Throwable thrown = null;
    try {
      maker.make(this::put);
    } catch (Dropped e) {
      // the taker has failed, and says so itself
    } catch (Throwable e) { // crosses to the caller, which throws it
      thrown = e;
    }
    lock.lock();
    try {
      failure = thrown;
      made = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void put(T piece) {
    lock.lock();
    try {
      while (waiting.size() >= room && !dropped) {
        changed.awaitUninterruptibly();
      }
      if (dropped) {
        throw new Dropped();
      }
      waiting.add(piece);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The next piece; null behind the last. */
  private T next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !made) {
        changed.awaitUninterruptibly();
      }
      T piece = waiting.poll();
      changed.signalAll();
      return piece;
    } finally {
      lock.unlock();
    }
  }

  private void drop() {
    lock.lock();
    try {
      dropped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** An interrupt is kept for later. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrow() {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException("a maker threw a checked exception", e);
    }
  }

  /** Ends the maker when its pieces are not wanted any more. */
  private static final class Dropped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Dropped() {
      super("nobody takes any more", null, false, false);
    }
  }
}
