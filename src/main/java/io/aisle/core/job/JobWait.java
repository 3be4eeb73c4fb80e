package io.aisle.core.job;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.JobOutcome;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for jobs: on the thread of a command, or inside a job that needs no core itself, for then
 * the queue holds nothing back because of it.
 */
public final class JobWait {
  private static final int LOOK_MILLIS = 50;

  private JobWait() {}

  /**
   * Returns when every job has ended, however it ended.
   *
   * @param cancel once raised cancels them all
   * @param look called now and then while they run, on the waiting thread
   * @throws CancelledException when it was cancelled; the jobs have ended then, too
   */
  public static void forAll(List<? extends Job<?>> jobs, CancelSignal cancel, Runnable look) {
    CountDownLatch left = new CountDownLatch(jobs.size());
    jobs.forEach(job -> job.ended().thenRun(left::countDown));
    boolean told = false;
    boolean interrupted = false;
    while (left.getCount() > 0) {
      if (cancel.raised() && !told) {
        told = true;
        jobs.forEach(Job::cancel);
      }
      look.run();
      try {
        if (left.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
        told = true;
        jobs.forEach(Job::cancel);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
    cancel.check();
  }

  /**
   * Waits for one job and hands its progress on.
   *
   * @return its result
   * @throws InputException or {@link OperationException} with its sentence when it failed
   * @throws CancelledException when it was cancelled
   */
  public static <T> T forValue(Job<T> job, JobControl control) {
    forAll(List.of(job), control, () -> control.at(job.progress()));
    return switch (job.outcome().orElseThrow()) {
      case JobOutcome.Done<T> done -> done.value();
      case JobOutcome.Cancelled<T> _ -> throw new CancelledException();
      case JobOutcome.Failed<T> failed when failed.badInput() ->
          throw new InputException(failed.sentence());
      case JobOutcome.Failed<T> failed -> throw new OperationException(failed.sentence());
    };
  }
}
