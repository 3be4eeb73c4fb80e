package io.aisle.ui.common;

import io.aisle.core.job.Job;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobRunner;
import io.aisle.core.job.JobWork;
import io.aisle.domain.job.JobOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The only way from the user interface to work that takes time: jobs run on the runner's threads,
 * what follows runs on the FX thread. Thread-safe.
 */
public final class Background {
  private static final int KEPT = 60;

  private final JobRunner runner;
  private final Executor ui;
  private final Notices notices;
  private final Set<Long> quiet = new HashSet<>();
  private final Deque<Job<?>> visible = new ArrayDeque<>();
  private volatile boolean stopped;

  public Background(JobRunner runner, Executor ui, Notices notices) {
    this.runner = runner;
    this.ui = ui;
    this.notices = notices;
  }

  /** Starts a job that the tray shows; {@code then} gets its outcome after a failure was told. */
  public <T> Job<T> start(
      String title, JobNeeds needs, JobWork<T> work, Consumer<JobOutcome<T>> then) {
    Job<T> job = runner.submit(title, needs, work);
    follow(job, then);
    return job;
  }

  /** Reads something for a view; the tray does not show it. A failure is told. */
  public <T> Job<T> read(String title, JobWork<T> work, Consumer<T> then) {
    return start(
        title,
        work,
        outcome -> {
          if (outcome instanceof JobOutcome.Done<T> done) {
            then.accept(done.value());
          }
        });
  }

  /** As {@link #read}, but {@code then} also learns of failure and cancelling. */
  <T> Job<T> start(String title, JobWork<T> work, Consumer<JobOutcome<T>> then) {
    Job<T> job;
    synchronized (this) { // nobody looks at the list before it is known to be quiet
      job = runner.submit(title, JobNeeds.LIGHT, work);
      quiet.add(job.id());
    }
    follow(job, then);
    return job;
  }

  /** Tells the failure of a job that another part started, and hands its outcome over. */
  public <T> void follow(Job<T> job, Consumer<JobOutcome<T>> then) {
    var unused =
        job.ended()
            .thenAccept(
                outcome ->
                    ui.execute(
                        () -> {
                          if (stopped) {
                            return; // the window is gone
                          }
                          if (outcome instanceof JobOutcome.Failed<T> failed) {
                            notices.failed(failed);
                          }
                          then.accept(outcome);
                        }));
  }

  /** Outcomes are no longer handed over: to be called before the window goes. */
  public void stop() {
    stopped = true;
  }

  /**
   * The jobs that the tray shows, newest first. They stay in the list longer than in the runner's,
   * out of which many small reads push them.
   */
  public synchronized List<Job<?>> visible() {
    List<Job<?>> known = runner.jobs();
    Set<Long> ids = known.stream().map(Job::id).collect(Collectors.toSet());
    quiet.retainAll(ids);
    long newest = visible.isEmpty() ? 0 : visible.getFirst().id();
    known.reversed().stream()
        .filter(job -> job.id() > newest && !quiet.contains(job.id()))
        .forEach(visible::addFirst);
    while (visible.size() > KEPT && visible.getLast().state() == Job.State.ENDED) {
      visible.removeLast();
    }
    return List.copyOf(visible);
  }

  /** A place whose content is read anew again and again; only the newest reading counts. */
  public <T> Slot<T> slot(String title) {
    return new Slot<>(this, title);
  }
}
