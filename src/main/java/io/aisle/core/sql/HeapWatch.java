package io.aisle.core.sql;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Optional;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/**
 * Stops a query before the heap is full: H2 closes the whole data base under everyone when it gets
 * no memory for a query. The JVM itself tells when much is left alive after a collection, so
 * nothing is polled. Where a heap has no such pool, nothing is watched.
 */
final class HeapWatch implements AutoCloseable {
  /** Part of the heap that may be alive while a query runs. */
  private static final double FULL = 0.7;

  private final Runnable stop;
  private final Optional<MemoryPoolMXBean> pool;
  private final NotificationListener listener = this::told;
  private volatile boolean stopped;

  private HeapWatch(Runnable stop) {
    this.stop = stop;
    this.pool =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(each -> each.getType() == MemoryType.HEAP)
            .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
            .filter(each -> each.getUsage().getMax() > 0)
            .max((a, b) -> Long.compare(a.getUsage().getMax(), b.getUsage().getMax()));
  }

  /**
   * Watches until it is closed.
   *
   * @param stop called from a thread of the JVM
   */
  static HeapWatch start(Runnable stop) {
    return start(stop, FULL);
  }

  /**
   * @param full part of the heap, above 0 and at most 1
   */
  static HeapWatch start(Runnable stop, double full) {
    HeapWatch watch = new HeapWatch(stop);
    watch.pool.ifPresent(
        each -> {
          each.setCollectionUsageThreshold((long) (full * each.getUsage().getMax()));
          emitter().addNotificationListener(watch.listener, null, null);
          watch.look(each);
        });
    return watch;
  }

  /** Crossing the limit is told, being above it is not. */
  private void look(MemoryPoolMXBean each) {
    if (each.isCollectionUsageThresholdExceeded()) {
      System.gc(); // the figure is as old as the last collection
      if (each.isCollectionUsageThresholdExceeded()) {
        stop();
      }
    }
  }

  private void stop() {
    stopped = true;
    stop.run();
  }

  private static NotificationEmitter emitter() {
    return (NotificationEmitter) ManagementFactory.getMemoryMXBean();
  }

  /**
   * What was told late may be of the watch before this one, and a collection that went over a part
   * of the heap counts the garbage in the rest, so the figure is looked at.
   */
  private void told(Notification notification, Object unused) {
    if (notification
        .getType()
        .equals(MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED)) {
      pool.ifPresent(this::look);
    }
  }

  @Override
  public void close() {
    if (pool.isPresent()) {
      try {
        emitter().removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException("the listener was added at the start", e);
      }
    }
    if (stopped) {
      System.gc(); // what the query held would count against the next one
    }
  }
}
