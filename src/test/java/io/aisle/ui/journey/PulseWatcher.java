package io.aisle.ui.journey;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Asks the FX thread a hundred times a second to answer. While it does not, it is busy: the time it
 * computes or waits for a lock counts; the time in which the machine gave its core to another
 * process does not, so that the figure speaks of the program and not of the machine.
 */
final class PulseWatcher {
  private static final long PERIOD_MILLIS = 10;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long fx = WorkbenchDriver.fx(() -> Thread.currentThread().threadId());
  private final AtomicLong busiest = new AtomicLong();
  private final AtomicLong slowest = new AtomicLong();
  private final Thread thread = new Thread(this::watch, "pulse-watcher");
  private volatile boolean ended;
  private volatile String worst = "";

  PulseWatcher() {
    threads.setThreadContentionMonitoringEnabled(true);
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (!ended) {
      ask();
      WorkbenchDriver.pause(PERIOD_MILLIS);
    }
  }

  private void ask() {
    CountDownLatch answered = new CountDownLatch(1);
    long posted = System.nanoTime();
    long before = busyMillis();
    AtomicLong after = new AtomicLong();
    Platform.runLater(
        () -> {
          after.set(busyMillis());
          answered.countDown();
        });
    String stack = "";
    try {
      while (!answered.await(60, TimeUnit.MILLISECONDS)) {
        stack = stack.isEmpty() ? stack() : stack;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - posted);
    long busy = Math.min(wall, after.get() - before);
    slowest.accumulateAndGet(wall, Math::max);
    if (busy > busiest.get()) {
      busiest.set(busy);
      worst = stack;
    }
  }

  /** Time that the FX thread has computed or waited so far. */
  private long busyMillis() {
    ThreadInfo info = threads.getThreadInfo(fx);
    long computed = TimeUnit.NANOSECONDS.toMillis(threads.getThreadCpuTime(fx));
    return computed + info.getBlockedTime() + info.getWaitedTime();
  }

  private String stack() {
    StringBuilder lines = new StringBuilder();
    ThreadInfo info = threads.getThreadInfo(fx, 30);
    for (StackTraceElement frame : info.getStackTrace()) {
      lines.append("\n    ").append(frame);
    }
    return lines.toString();
  }

  /** The longest time that the FX thread was busy without answering, in milliseconds. */
  long busiestMillis() {
    return busiest.get();
  }

  /** The longest time without an answer, whoever had the core, in milliseconds. */
  long slowestMillis() {
    return slowest.get();
  }

  /** Where the FX thread was seen in its busiest moment; empty when it was short. */
  String worst() {
    return worst;
  }

  /** Forgets what was measured so far. */
  void reset() {
    busiest.set(0);
    slowest.set(0);
    worst = "";
  }

  /** Ends the asking. */
  void stop() throws InterruptedException {
    ended = true;
    thread.join();
  }
}
