package io.aisle.core.comparison;

/** What the data say about a run beside the reference, for one metric. */
public enum Verdict {
  /** The run that the others are held against. */
  REFERENCE,
  BETTER,
  WORSE,
  /** The users at hand do not decide it. */
  TOO_CLOSE,
  /** The metric has no value for each user, so there is nothing to test. */
  NOT_TESTED
}
