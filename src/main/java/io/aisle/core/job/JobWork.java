package io.aisle.core.job;

/**
 * The body of a job. Runs on a thread of the runner.
 *
 * @param <T> its result
 */
@FunctionalInterface
public interface JobWork<T> {
  /**
   * @throws io.aisle.domain.job.CancelledException when it noticed the cancel signal
   * @throws Exception any other becomes {@link io.aisle.domain.job.JobOutcome.Failed}
   */
  T run(JobControl control) throws Exception;
}
