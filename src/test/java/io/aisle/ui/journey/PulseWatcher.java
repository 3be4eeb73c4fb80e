package io.aisle.ui.journey;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Asks the FX thread a hundred times a second to answer. While it does not, it is busy: the time it
 * computes counts, and the time it waits inside code of the program. The time in which the machine
 * gave its core, or the renderer's, to another process does not, so that the figure speaks of the
 * program and not of the machine.
 */
final class PulseWatcher {
  private static final long PERIOD_MILLIS = 10;
  private static final long STACK_NANOS = 50_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long fx = WorkbenchDriver.fx(() -> Thread.currentThread().threadId());
  private final AtomicLong busiest = new AtomicLong();
  private final AtomicLong slowest = new AtomicLong();
  private final Thread thread = new Thread(this::watch, "pulse-watcher");
  private volatile boolean ended;
  private volatile String worst = "";

  PulseWatcher() {
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
    long before = threads.getThreadCpuTime(fx);
    AtomicLong after = new AtomicLong();
    Platform.runLater(
        () -> {
          after.set(threads.getThreadCpuTime(fx));
          answered.countDown();
        });
    long waited = 0;
    String stack = "";
    try {
      long looked = System.nanoTime();
      while (!answered.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
        long now = System.nanoTime();
        ThreadInfo info = threads.getThreadInfo(fx, 60);
        waited += waitsForUs(info) ? now - looked : 0;
        stack = now - posted > STACK_NANOS && stack.isEmpty() ? stack(info) : stack;
        looked = now;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    long wall = System.nanoTime() - posted;
    long busy = Math.min(wall, after.get() - before + waited);
    slowest.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(wall), Math::max);
    if (TimeUnit.NANOSECONDS.toMillis(busy) > busiest.get()) {
      busiest.set(TimeUnit.NANOSECONDS.toMillis(busy));
      worst = stack;
    }
  }

  /** Whether the FX thread waits inside code of the program, and not of the toolkit. */
  private static boolean waitsForUs(ThreadInfo info) {
    return info.getThreadState() != Thread.State.RUNNABLE
        && Arrays.stream(info.getStackTrace())
            .map(StackTraceElement::getClassName)
            .anyMatch(
                name -> name.startsWith("io.aisle.") && !name.startsWith("io.aisle.ui.journey."));
  }

  private static String stack(ThreadInfo info) {
    StringBuilder lines = new StringBuilder();
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
