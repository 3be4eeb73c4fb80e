package io.aisle.core.job;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Runs each job in {@code submit}, on the caller's thread: for the command line and for tests. What
 * a job needs is not looked at. A job that submits a job runs it inside itself.
 */
public final class CallerJobRunner implements JobRunner {
  private static final int KEPT = 50;

  private final ProgressListener listener;
  private final CancelSignal cancel;
  private final Deque<JobRecord<?>> jobs = new ArrayDeque<>();
  private long lastId;
  private boolean closed;

  public CallerJobRunner() {
    this(ProgressListener.NONE, CancelSignal.NEVER);
  }

  /**
   * @param listener also receives the progress of every job
   * @param cancel cancels whatever runs
   */
  public CallerJobRunner(ProgressListener listener, CancelSignal cancel) {
    this.listener = listener;
    this.cancel = cancel;
  }

  @Override
  public <T> Job<T> submit(String title, JobNeeds needs, JobWork<T> work) {
    JobRecord<T> job = add(title, needs, control -> work.run(joined(control)));
    job.run();
    job.announce();
    return job;
  }

  private synchronized <T> JobRecord<T> add(String title, JobNeeds needs, JobWork<T> work) {
    if (closed) {
      throw new IllegalStateException("the runner is closed");
    }
    JobRecord<T> job = new JobRecord<>(++lastId, title, needs, work, JobRecord::proceed);
    jobs.addFirst(job);
    if (jobs.size() > KEPT) {
      jobs.removeLast();
    }
    return job;
  }

  private JobControl joined(JobControl control) {
    return new JobControl() {
      @Override
      public void logsTo(Path file) {
        control.logsTo(file);
      }

      @Override
      public void onCancel(Runnable hook) {
        control.onCancel(hook);
      }

      @Override
      public void at(Progress progress) {
        control.at(progress);
        listener.at(progress);
      }

      @Override
      public boolean raised() {
        return control.raised() || cancel.raised();
      }

      @Override
      public boolean paused() {
        return control.paused();
      }

      @Override
      public void check() {
        control.check();
        cancel.check();
      }
    };
  }

  @Override
  public synchronized List<Job<?>> jobs() {
    return new ArrayList<>(jobs);
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    jobs().forEach(Job::cancel);
  }
}
