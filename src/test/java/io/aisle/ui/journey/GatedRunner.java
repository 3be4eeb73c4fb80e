package io.aisle.ui.journey;

import io.aisle.core.job.Job;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobRunner;
import io.aisle.core.job.JobWork;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Lets jobs start, but keeps their work back while the gate is shut: to see what is loading. */
final class GatedRunner implements JobRunner {
  private static final int ALL = 1_000_000;

  private final JobRunner runner;
  private final Semaphore gate = new Semaphore(ALL);

  GatedRunner(JobRunner runner) {
    this.runner = runner;
  }

  /** Work that has not begun waits from now on. */
  void shut() {
    gate.acquireUninterruptibly(ALL);
  }

  void open() {
    gate.release(ALL);
  }

  @Override
  public <T> Job<T> submit(String title, JobNeeds needs, JobWork<T> work) {
    return runner.submit(
        title,
        needs,
        control -> {
          gate.acquire();
          gate.release();
          return work.run(control);
        });
  }

  @Override
  public List<Job<?>> jobs() {
    return runner.jobs();
  }

  @Override
  public void close() {
    if (gate.availablePermits() == 0) {
      open();
    }
    runner.close();
  }
}
