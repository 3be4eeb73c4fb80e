package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.domain.experiment.TrainingSpec.Schedule;
import io.aisle.domain.model.Metric;

/** Trainings for tests. */
final class SequenceTrainings {
  private SequenceTrainings() {}

  /** With everything that the optimiser can do, so that resuming meets all of its state. */
  static TrainingSpec everything(int epochs, int batchSize, double learningRate) {
    return of(epochs, batchSize, learningRate, NegativeSampling.UNIFORM);
  }

  static TrainingSpec of(
      int epochs, int batchSize, double learningRate, NegativeSampling sampling) {
    Metric metric = Metric.parse("ndcg@10");
    return new TrainingSpec(
        epochs,
        batchSize,
        learningRate,
        0.001,
        metric,
        0,
        42,
        "cpu",
        1,
        Schedule.COSINE,
        3,
        1,
        2,
        sampling);
  }
}
