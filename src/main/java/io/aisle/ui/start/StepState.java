package io.aisle.ui.start;

import io.aisle.core.start.Finding;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a step stands.
 *
 * @param finding what it found out; there when it is done
 * @param failure the sentence of what went wrong; empty when nothing did
 */
record StepState(Step step, Status status, Optional<Finding> finding, String failure) {
  /** Where steps stand. */
  enum Status {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static StepState waiting(Step step) {
    return new StepState(step, Status.WAITING, Optional.empty(), "");
  }

  StepState now(Status status) {
    return new StepState(step, status, finding, "");
  }

  StepState done(Finding found) {
    return new StepState(step, Status.DONE, Optional.of(found), "");
  }

  StepState failed(String sentence) {
    return new StepState(step, Status.FAILED, finding, sentence);
  }

  boolean ended() {
    return status != Status.WAITING && status != Status.RUNNING;
  }
}
