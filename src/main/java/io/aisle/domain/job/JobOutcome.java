package io.aisle.domain.job;

/** How a job ended. Exactly one of three, so that a {@code switch} over it is complete. */
public sealed interface JobOutcome<T> {
  /** The job ran to its end. */
  record Done<T>(T value) implements JobOutcome<T> {}

  /**
   * The job failed.
   *
   * @param sentence for the user
   * @param code short stable code that finds the stack in the log
   * @param badInput whether the user's input is to blame (exit code 2) or not (exit code 1)
   */
  record Failed<T>(String sentence, String code, boolean badInput) implements JobOutcome<T> {}

  /** The user cancelled the job. */
  record Cancelled<T>() implements JobOutcome<T> {}
}
