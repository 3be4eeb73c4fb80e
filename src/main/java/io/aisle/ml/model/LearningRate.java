package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.experiment.TrainingSpec.Schedule;

/**
 * The learning rate of each step: a line up from 0 over the warm-up, then as the schedule says.
 *
 * @param base after the warm-up, above 0
 * @param warmup steps; 0 starts with {@code base}
 */
public record LearningRate(double base, Schedule schedule, long warmup) {
  public static LearningRate of(TrainingSpec training) {
    return new LearningRate(training.learningRate(), training.schedule(), training.warmup());
  }

  /**
   * @param step number of the step, from 1
   * @param total steps of the whole training; a falling rate would be 0 at the step behind it
   */
  public double at(long step, long total) {
    if (step <= warmup) {
      return base * step / warmup;
    }
    double gone = (step - 1 - warmup) / (double) Math.max(1, total - warmup);
    return base
        * switch (schedule) {
          case CONSTANT -> 1;
          case LINEAR -> Math.max(0, 1 - gone);
          case COSINE -> (1 + Math.cos(Math.PI * Math.min(1, gone))) / 2;
        };
  }
}
