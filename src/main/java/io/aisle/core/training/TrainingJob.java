package io.aisle.core.training;

import io.aisle.core.job.Job;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.run.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * A training that was submitted. Thread-safe.
 *
 * @param experiment what is trained
 * @param folder where it writes
 * @param job its state, progress and outcome
 * @param epochs the epochs so far, a copy; cheap enough to be asked ten times a second
 * @param forecast what the training is expected to take; empty until it was measured
 * @param offer the learning rate to train again with; empty unless this one diverged
 */
public record TrainingJob(
    Experiment experiment,
    RunFolder folder,
    Job<RunRecord> job,
    Supplier<List<EpochLine>> epochs,
    Supplier<Optional<RunRecord.Forecast>> forecast,
    Supplier<OptionalDouble> offer) {
  /** The same with half the learning rate; empty unless this training diverged. */
  public Optional<Experiment> gentler() {
    OptionalDouble rate = offer.get();
    return rate.isEmpty()
        ? Optional.empty()
        : Optional.of(
            experiment.withTraining(experiment.training().withLearningRate(rate.getAsDouble())));
  }
}
