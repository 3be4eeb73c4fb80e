package io.aisle.core.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on named daemon threads. Jobs that need a core start in the order in which they came,
 * each as soon as its cores and memory are free beside those that run; one that asks for more than
 * there is runs alone. What a running job {@linkplain JobControl#holds says that it holds} counts
 * for those that come after it. One that learns only after it has begun how much it needs
 * {@linkplain JobControl#claim claims} that much, and goes on when it is free. Jobs that need no
 * core (reads, small writes) pass the others at once. Thread-safe.
 *
 * <p>A job that is paused keeps its memory and lends its cores to those that wait. When it is to go
 * on it comes before those, as soon as its cores are free again; one that is paused before it began
 * is passed over.
 *
 * <p>A job never interrupts another and is never interrupted: an interrupt inside the database
 * would close it under everyone. A job must not wait for a job that it submits itself; the queue
 * may be holding that one back because of it.
 */
public final class QueueJobRunner implements JobRunner {
  private static final Logger log = LoggerFactory.getLogger(QueueJobRunner.class);
  private static final int KEPT = 50;
  private static final Duration GRACE = Duration.ofSeconds(8);

  private final int cores;
  private final long memoryMb;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform()
              .daemon()
              .name("job-", 1)
              .uncaughtExceptionHandler(Failures.uncaught())
              .factory());
  private final Deque<JobRecord<?>> waiting = new ArrayDeque<>();
  private final List<JobRecord<?>> running = new ArrayList<>();
  private final Deque<JobRecord<?>> ended = new ArrayDeque<>();
  private long lastId;
  private boolean closed;

  /** Every job that is known; read without the lock, so that nobody who only looks has to wait. */
  private volatile List<Job<?>> listed = List.of();

  /**
   * @param cores cores that jobs may occupy together
   * @param memoryMb memory that jobs may occupy together, MiB
   */
  public QueueJobRunner(int cores, long memoryMb) {
    this.cores = cores;
    this.memoryMb = memoryMb;
  }

  /** A queue that may use every core and three quarters of the memory of this machine. */
  public static QueueJobRunner forThisMachine() {
    return new QueueJobRunner(
        Runtime.getRuntime().availableProcessors(), Memory.ofMachineMb() * 3 / 4);
  }

  @Override
  public <T> Job<T> submit(String title, JobNeeds needs, JobWork<T> work) {
    JobRecord<T> job;
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the runner is closed");
      }
      job = new JobRecord<>(++lastId, title, needs, work, _ -> admit());
      waiting.addLast(job);
      list();
    }
    admit();
    return job;
  }

  /** Starts every job that may start now, and lets those go on that may. */
  private void admit() {
    List<JobRecord<?>> starting = new ArrayList<>();
    synchronized (this) {
      boolean held = false;
      for (JobRecord<?> job : running) {
        if (job.resuming()) {
          boolean fits = !job.claiming() || (!held && memoryIsFree(job.needs()));
          if (fits && coresAreFree(job.needs())) {
            job.proceed();
          } else {
            held = true;
          }
        }
      }
      for (Iterator<JobRecord<?>> jobs = waiting.iterator(); jobs.hasNext(); ) {
        JobRecord<?> job = jobs.next();
        // one that was cancelled while it waited goes to a thread just to tell of its end
        boolean passes = job.raised() || job.needs().cores() == 0;
        if (!passes && job.idle()) {
          continue;
        }
        if (passes || (!held && coresAreFree(job.needs()) && memoryIsFree(job.needs()))) {
          jobs.remove();
          running.add(job);
          starting.add(job);
        } else {
          held = true;
        }
      }
    }
    starting.forEach(this::start);
  }

  private boolean coresAreFree(JobNeeds needs) {
    int taken =
        running.stream()
            .filter(other -> !other.idle())
            .mapToInt(other -> other.needs().cores())
            .sum();
    return taken == 0 || needs.cores() + taken <= cores;
  }

  private boolean memoryIsFree(JobNeeds needs) {
    long taken =
        running.stream()
            .filter(other -> other.needs().cores() > 0)
            .mapToLong(JobRecord::heldMb)
            .sum();
    return taken == 0 || needs.memoryMb() + taken <= memoryMb;
  }

  private void start(JobRecord<?> job) {
    try {
      threads.execute(
          () -> {
            job.run();
            leave(job);
          });
    } catch (OutOfMemoryError noThread) { // the system gives no more threads
      job.fail(noThread);
      leave(job);
    }
  }

  private void leave(JobRecord<?> job) {
    synchronized (this) {
      running.remove(job);
      ended.addFirst(job);
      if (ended.size() > KEPT) {
        ended.removeLast();
      }
      list();
      notifyAll();
    }
    admit();
    job.announce();
  }

  private synchronized void list() {
    List<Job<?>> all = new ArrayList<>(running);
    all.addAll(waiting);
    all.addAll(ended);
    all.sort(Comparator.comparingLong((Job<?> job) -> job.id()).reversed());
    listed = List.copyOf(all);
  }

  @Override
  public List<Job<?>> jobs() {
    return listed;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    jobs().forEach(Job::cancel);
    awaitEnd();
    threads.shutdown();
  }

  private synchronized void awaitEnd() {
    long end = System.nanoTime() + GRACE.toNanos();
    try {
      while (!running.isEmpty() || !waiting.isEmpty()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          running.forEach(job -> log.warn("left behind, still running: {}", job.title()));
          return;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
