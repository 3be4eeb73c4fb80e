package io.aisle.core.training;

import io.aisle.domain.job.Remaining;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Expects when a training ends from the epochs that were measured in this process: the mean of the
 * last few, for an epoch may change its pace as Java compiles or other work comes and goes.
 * Confined to one thread.
 */
final class Pace {
  private static final int EPOCHS = 5;

  private final Deque<Double> epochs = new ArrayDeque<>();
  private double validation;

  /**
   * Notes an epoch.
   *
   * @param train wall seconds of the pass
   * @param evaluate wall seconds of its validation
   */
  void add(double train, double evaluate) {
    epochs.addLast(train + evaluate);
    validation = evaluate;
    if (epochs.size() > EPOCHS) {
      epochs.removeFirst();
    }
  }

  /**
   * Time until the run is complete; the final evaluation of both parts counts as two validations.
   *
   * @param most epochs that are left at most
   * @param least epochs that are left when none of them is better than the best so far
   */
  Remaining remaining(int most, int least) {
    if (epochs.isEmpty()) {
      return Remaining.UNKNOWN;
    }
    double each = epochs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return new Remaining(
        each * Math.min(least, most) + 2 * validation, each * most + 2 * validation);
  }
}
