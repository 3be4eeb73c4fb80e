package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;

/**
 * The learning rate of each step: it rises in a line from 0 over {@code warmup} steps, then stays,
 * or falls to 0 at the last step of the last epoch, in a line or along half a cosine.
 *
 * @param training rate, schedule and warm-up
 * @param total steps of the whole training, all epochs together
 */
public record RateSchedule(TrainingSpec training, long total) {
  /**
   * @param step number of the step, from 1
   */
  public double at(long step) {
    double rate = training.learningRate();
    if (step < training.warmup()) {
      return rate * step / training.warmup();
    }
    double rest = Math.max(1, total - training.warmup());
    double gone = Math.clamp((step - Math.max(1, training.warmup())) / rest, 0, 1);
    return switch (training.schedule()) {
      case CONSTANT -> rate;
      case LINEAR -> rate * (1 - gone);
      case COSINE -> rate * (1 + Math.cos(Math.PI * gone)) / 2;
    };
  }
}
