package io.aisle.core.job;

import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.JobOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the way for an exception: it is logged here, once, under its code, and becomes a
 * sentence. Whoever catches one that did not come out of a job (the command line, the handler of
 * the user interface) uses this too.
 */
public final class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /**
   * Turns an exception into an outcome.
   *
   * @param doing what was being done, for the log
   */
  public static <T> JobOutcome<T> outcome(String doing, Throwable failure) {
    return failure instanceof CancelledException
        ? new JobOutcome.Cancelled<>()
        : failed(doing, failure);
  }

  /** As {@link #outcome}, for an exception that is no cancellation. */
  public static <T> JobOutcome.Failed<T> failed(String doing, Throwable failure) {
    String sentence = FailureText.of(failure);
    String code = ErrorCode.of(failure);
    boolean badInput = failure instanceof InputException;
    if (badInput) {
      log.info("{}: bad input, {}: {}", doing, code, sentence);
    } else {
      log.error("{}: failed, {}", doing, code, failure);
    }
    return new JobOutcome.Failed<>(sentence, code, badInput);
  }

  /** A handler for threads that nobody watches: the exception goes to the log under its code. */
  public static Thread.UncaughtExceptionHandler uncaught() {
    return (thread, failure) -> failed("thread " + thread.getName(), failure);
  }
}
